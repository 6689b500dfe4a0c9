import type { Reader } from '#lib/ports/case-store'
import { type Base, first, hot } from '../database.ts'
import { and, asc, eq, sql } from '../orm.ts'

const { placeholder } = sql

type Office = 'listUnits' | 'listUnitNames' | 'listPersons' | 'readPerson' | 'readPersonByLogin' | 'listPosts' | 'listDirectory'
/** Each of these is asked on nearly every page: who are you, what do you hold, what is it called. */
export function readOffice({ db, t }: Base): Pick<Reader, Office> {
  const { unit, unitName, person, post, directory } = t
  const units = hot(db.select().from(unit).orderBy(asc(unit.unitId)))
  const names = hot(db.select().from(unitName).orderBy(asc(unitName.unitId), asc(unitName.seq)))
  const persons = hot(db.select().from(person).orderBy(asc(person.personId)))
  const byId = hot(
    db
      .select()
      .from(person)
      .where(eq(person.personId, placeholder('personId'))),
  )
  const byLogin = hot(
    db
      .select()
      .from(person)
      .where(eq(person.login, placeholder('login')))
      .orderBy(asc(person.personId)),
  )
  const posts = () => db.select().from(post).orderBy(asc(post.postId)).$dynamic()
  const [ofPerson, ofUnit] = [eq(post.personId, placeholder('personId')), eq(post.unitId, placeholder('unitId'))]
  const everyPost = hot(posts())
  const postsOfPerson = hot(posts().where(ofPerson))
  const postsOfUnit = hot(posts().where(ofUnit))
  const postsOfBoth = hot(posts().where(and(ofPerson, ofUnit)))
  const entries = hot(db.select().from(directory).orderBy(asc(directory.entryId)))
  return {
    listUnits: () => units(),
    listUnitNames: () => names(),
    listPersons: () => persons(),
    readPerson: async (personId) => first(await byId({ personId })),
    readPersonByLogin: async (login) => first(await byLogin({ login })),
    listPosts: ({ personId, unitId }) => {
      if (personId === undefined) return unitId === undefined ? everyPost() : postsOfUnit({ unitId })
      return unitId === undefined ? postsOfPerson({ personId }) : postsOfBoth({ personId, unitId })
    },
    listDirectory: () => entries(),
  }
}
