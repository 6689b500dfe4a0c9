/** What a bare page shows, read once and held: each request then costs the rendering of its rows and nothing else. */
import type { CasePage } from '#app/(desk)/cases/_case/open'
import type { Answer } from '#lib/domain/policy/can'
import { beijingDay } from '#lib/domain/time'
import { caseStream } from '#lib/domain/stream'
import { messagesOf } from '#lib/i18n/messages'
import { currentContainer } from '#lib/server/boot/current-container'
import { readNames } from '#lib/usecases/directory'
import { actorFrom, readPostsOfDay } from '#lib/usecases/office/actor-of'
import { listCases } from '#lib/usecases/list-cases'
import { readCaseAs } from '#lib/usecases/read-case'
import { statusesOfRows, worklistOf } from '#lib/usecases/worklist'

export type Query = Promise<Readonly<Record<string, string | undefined>>>
const PERSON = 'p-chenmin'
const MOST = 50

const cached = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

const person = cached(async () => {
  const now = currentContainer().clockNow()
  const { read } = currentContainer().effects
  const posts = await readPostsOfDay(read, PERSON, beijingDay(now))
  return { now, read, posts, actor: actorFrom(PERSON, posts), names: await readNames(read), t: messagesOf('zh-CN'), lang: 'zh-CN' as const }
})

export const heldDuties = cached(async () => {
  const { posts, read, actor, ...desk } = await person()
  const { rows } = await worklistOf(read, actor, desk.now).list({ side: 'mine' }, null, { after: null, size: MOST })
  const units = posts.map(({ unit }) => unit)
  const superiors = units.map(({ superiorId }) => superiorId).filter((unitId) => unitId !== '')
  const statuses = await statusesOfRows(read, rows)
  return { rows, desk: { ...desk, statuses, myUnits: units.map(({ unitId }) => unitId), superiors } }
})

export const heldCases = cached(async () => {
  const me = await person()
  const order = { by: 'registeredAt', descending: true } as const
  const { rows } = await listCases(me.read, me.actor, { filter: {}, order, page: { after: null, size: MOST } })
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
  const found = await readCaseAs(read, actor, caseId)
  if (found?.reads !== 'content') throw new Error('no such case')
  const duties = await read.listDutiesOf(caseStream(caseId))
  const me = { lang, read, actor, posts, now, today: beijingDay(now) }
  const answers = new Map<string, Answer>()
  const may: CasePage['may'] = (action, trackId = null) => {
    const key = `${action} ${trackId}`
    const answer = answers.get(key) ?? found.may(action, trackId)
    answers.set(key, answer)
    return answer
  }
  return { ...found, me, t, duties, names, may }
}
