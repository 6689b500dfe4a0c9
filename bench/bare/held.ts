/** What a bare page shows, read once and held: each request then costs the rendering of its rows and nothing else. */
import type { CasePageData } from '../../app/(desk)/cases/_case/open.ts'
import { scopesOf } from '#lib/domain/policy/scope'
import { mayDo } from '#lib/domain/policy/can'
import { beijingDay } from '#lib/domain/time'
import { messagesOf } from '#lib/i18n/messages'
import { here } from '#lib/server/here'
import { readNames } from '#lib/usecases/directory'
import { actorFrom, readPostsOfDay } from '#lib/usecases/office/actor-of'
import { readOpenCase } from '#lib/usecases/read-case'
import { worklistOf } from '#lib/usecases/worklist'

export type Query = Promise<Readonly<Record<string, string | undefined>>>
const PERSON = 'p-chenmin'
const MOST = 50

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

const person = once(async () => {
  const now = here().clockNow()
  const { read } = here().shell
  const posts = await readPostsOfDay(read, PERSON, beijingDay(now))
  return { now, read, posts, actor: actorFrom(PERSON, posts), names: await readNames(read), t: messagesOf('zh-CN'), lang: 'zh-CN' as const }
})

export const heldDuties = once(async () => {
  const { posts, read, actor, ...desk } = await person()
  const { rows } = await worklistOf(read, actor, desk.now).list({ side: 'mine' }, null, { after: null, size: MOST })
  const units = posts.map(({ unit }) => unit)
  const superiors = units.map(({ superiorId }) => superiorId).filter((unitId) => unitId !== '')
  return { rows, desk: { ...desk, myUnits: units.map(({ unitId }) => unitId), superiors } }
})

export const heldCases = once(async () => {
  const me = await person()
  const rows = await me.read.listCases(scopesOf(me.actor).cases, {}, { by: 'registeredAt', descending: true }, { after: null, size: MOST })
  return { ...me, rows }
})

const held = new Map<string, Promise<Awaited<ReturnType<typeof readHeldCase>>>>()
export const heldCase = (caseId: string) => {
  const found = held.get(caseId) ?? readHeldCase(caseId)
  held.set(caseId, found)
  return found
}
async function readHeldCase(caseId: string) {
  const { t, lang, read, names, actor, posts, now } = await person()
  const state = await readOpenCase(read, caseId)
  if (!state) throw new Error('no such case')
  const duties = await read.listDutiesOf(caseId)
  const me = { lang, read, actor, posts, now, today: beijingDay(now) }
  const answers = new Map<string, ReturnType<typeof mayDo>>()
  const may: CasePageData['may'] = (action, trackId = null) => {
    const key = `${action} ${trackId}`
    const answer = answers.get(key) ?? mayDo(actor, action, state, { trackId, onPaper: false })
    answers.set(key, answer)
    return answer
  }
  return { me, t, state, duties, names, may }
}
