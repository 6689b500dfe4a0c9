import type { OpenCase } from '#lib/domain/case/state'
import { ok, refuse, type Day, type Post, type Result } from '#lib/domain/result'
import type { RecordSubjectInput, StrikeSubjectInput } from '#lib/schemas/case'
import type { CaseAsk, CaseDesk, CaseDone } from './desk.ts'
import { isOn } from './directory.ts'
import { readContentAs } from './read-case.ts'

/** `account` of a subject who is nobody here, though somebody has the same name. */
export const NOBODY = 'nobody'

/**
 * `subjectId` null: a new one. A subject who has an account with a body of this case may not know of it (docs/handbook.md §2.2 回避), so
 * where somebody there bears the name, a person says whether it is the same. Refuses `case.no-such-subject`, `case.namesake`.
 */
export async function recordSubject(
  { actor, ask, read, newId, today }: CaseDesk,
  caseId: string,
  subjectId: string | null,
  input: RecordSubjectInput,
): CaseDone {
  const state = await readContentAs(read, actor, caseId)
  if (!state) return refuse({ code: 'policy.denied' })
  if (subjectId !== null && !Object.hasOwn(state.subjects, subjectId)) return refuse({ code: 'case.no-such-subject' })
  const { formKey, readAt, account = '', ...subject } = input
  const namesakes = subject.kind === 'person' ? await listNamesakes(read, state, subject.name, today) : []
  const personId = personOf(account, namesakes)
  if (!personId.ok) return personId
  return ask(
    caseId,
    { type: 'RecordSubject', subjectId: subjectId ?? newId(), subject: { ...subject, personId: personId.value }, readSeq: readAt },
    formKey,
  )
}

export const strikeSubject = (ask: CaseAsk, caseId: string, subjectId: string, { formKey, readAt, reason }: StrikeSubjectInput): CaseDone =>
  ask(caseId, { type: 'StrikeSubject', subjectId, reason, readSeq: readAt }, formKey)

export type Namesake = Readonly<{ personId: string; unitId: string; post: Post }>
/** Who bears the name, with an account, in a body that can come to know of the case: its bureau, the superior, the region's directory, the recipients. One post each. */
export async function listNamesakes(read: CaseDesk['read'], state: OpenCase, name: string, today: Day): Promise<readonly Namesake[]> {
  const [people, directory] = await Promise.all([read.listPersons(), read.listDirectory()])
  const namesakes = people.filter((person) => person.name === name)
  if (namesakes.length === 0) return []
  const listed = directory.filter((row) => row.division === state.basics.division && isOn(row, today)).map((row) => row.unitId)
  const recipients = Object.values(state.tracks).map((track) => track.to.unitId)
  const bodies = new Set([state.bureau.unitId, state.bureau.superiorId, ...listed, ...recipients])
  const posts = await Promise.all(namesakes.map(({ personId }) => read.listPosts({ personId })))
  return posts.flatMap((held) => held.filter((row) => bodies.has(row.unitId) && isOn(row, today)).slice(0, 1))
}

function personOf(account: string, namesakes: readonly Namesake[]): Result<string | null> {
  if (namesakes.length === 0 || account === NOBODY) return ok(null)
  const chosen = namesakes.find(({ personId }) => personId === account)
  return chosen ? ok(chosen.personId) : refuse({ code: 'case.namesake' })
}
