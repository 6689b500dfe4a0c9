import { describe, expect, it } from 'vitest'
import { actor, BUREAU, PROCURATORATE, REGISTERED, POLICE, subject } from '#lib/domain/case/given'
import type { Post } from '#lib/domain/result'
import { memoryStore } from '#lib/ports/case-store.memory'
import type { Reader } from '#lib/ports/case-store'
import { askAs } from './ask.ts'
import { caseDecider } from './case-decider.ts'
import { NOBODY, recordSubject } from './record-subject.ts'

const TODAY = '2026-11-24'
const NOW = `${TODAY}T06:20:00.000Z`
type Worker = Readonly<{ personId: string; name: string; unitId: string; post: Post; to?: string }>

/** A case of 赵某祥's bureau, in an office where these people work; the superior is `league`, the directory lists the police. */
async function office(people: readonly Worker[]) {
  const store = memoryStore()
  const effects = { read: store, write: store, newSalt: () => 'salt', newId: () => 'id', chance: () => 1, wait: async () => {} }
  const me = actor('chen', 'handler')
  const ask = askAs(effects, caseDecider, me, { now: NOW })
  const [register] = REGISTERED
  if (register) await ask('c1', register.command, null)
  const read: Reader = {
    ...store,
    listPersons: async () =>
      people.map(({ personId, name }) => ({ personId, login: personId, name, phone: '', from: '2026-01-01', leftOn: '' })),
    listPosts: async ({ personId }) =>
      people
        .filter((one) => one.personId === personId)
        .map(({ unitId, post, to = '' }) => ({ postId: personId ?? '', personId: personId ?? '', unitId, post, from: '2026-01-01', to })),
    listDirectory: async () => [
      {
        entryId: 'e',
        division: BUREAU.division,
        unitId: POLICE.unitId,
        liaisonId: '',
        deputyId: '',
        dutyPhone: '',
        from: '2026-01-01',
        to: '',
      },
    ],
  }
  const desk = { actor: me, ask, read, blobs: {} as never, lockFile: async () => {}, newId: () => 's1', now: NOW, today: TODAY }
  const { personId: _, ...form } = subject({ name: '赵某祥' })
  return async (account?: string, over: Partial<typeof form> = {}) => {
    const done = await recordSubject(desk, 'c1', null, { ...form, ...over, formKey: crypto.randomUUID(), readAt: 0, account })
    return done.ok ? { personId: Object.values(done.value.state?.subjects ?? {})[0]?.personId } : done.refusal.code
  }
}
const at = (unitId: string, over: Partial<Worker> = {}): Worker => ({
  personId: `zhao-${unitId}`,
  name: '赵某祥',
  unitId,
  post: 'handler',
  ...over,
})

describe('a subject who bears the name of somebody who works here', () => {
  it.each([
    ['the bureau', BUREAU.unitId],
    ['its superior, whose head decides where ours may not', 'league'],
    ['a body the case can go to', POLICE.unitId],
  ])('must be told apart: in %s', async (_where, unitId) => {
    const record = await office([at(unitId)])
    expect(await record()).toBe('case.namesake')
    expect(await record('')).toBe('case.namesake')
    expect(await record('somebody-else')).toBe('case.namesake')
    expect(await record(`zhao-${unitId}`)).toEqual({ personId: `zhao-${unitId}` })
  })

  it('is nobody here where a person says so', async () => {
    expect(await (await office([at(BUREAU.unitId)]))(NOBODY)).toEqual({ personId: null })
  })

  it.each([
    ['nobody bears the name', [at(BUREAU.unitId, { name: '赵某' })]],
    ['they work where the case cannot go', [at(PROCURATORATE.unitId)]],
    ['their post has ended', [at(BUREAU.unitId, { to: '2026-06-30' })]],
  ])('is not asked about where %s', async (_why, people) => {
    expect(await (await office(people))()).toEqual({ personId: null })
  })

  it('is not asked about a body of that name', async () => {
    expect(await (await office([at(BUREAU.unitId)]))(undefined, { kind: 'unit' })).toEqual({ personId: null })
  })
})
