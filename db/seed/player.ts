/** Who plays a story, and when: each act under its own person, at its own past time, never earlier than the act before. */
import { randomUUID } from 'node:crypto'
import type { Instant, Post, Result } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import { caseDecider } from '#lib/usecases/case-decider'
import type { CaseDesk } from '#lib/usecases/desk'
import { actorOf } from '#lib/usecases/office/actor-of'
import type { Container } from '#lib/server/boot/current-container'
import { instantOf, type Moment } from './moment.ts'
import { PEOPLE, personIdOf } from './office.ts'
import type { Story } from './story.ts'

export type Player = {
  container: Container
  story: Story
  now: Instant
  last: Instant
  caseId: string
  ids: Map<string, string> // subjects, by their key in the story
  items: string[] // evidence, in the order of the story
  trackIds: string[]
}

export async function deskOf(p: Player, login: string, moment: Moment): Promise<CaseDesk> {
  const { effects, blobs, askAs } = p.container
  const now = step(p, moment)
  const today = beijingDay(now)
  const actor = await actorOf(effects.read, personIdOf(login), today)
  return {
    actor,
    ask: askAs(effects, caseDecider, actor, { now }),
    read: effects.read,
    blobs,
    lockFile: async () => {},
    newId: randomUUID,
    now,
    today,
  }
}

/** A date of its own that the story is already past is a fault of the story: shifted, its clocks would no longer say what the law says. */
export function step(p: Player, moment: Moment): Instant {
  const wanted = instantOf(moment, p.now)
  if (wanted < p.last && typeof moment === 'string') fail(`${p.story.title}: ${moment} comes after ${p.last}`)
  p.last = wanted > p.last ? wanted : p.last
  return p.last
}

/** Who holds the post in the unit on the day. */
export const holderOf = (unitId: string, post: Post, at: Instant): string => {
  const day = beijingDay(at)
  const held = PEOPLE.find((row) => row.unitId === unitId && row.post === post && row.from <= day && (row.to === null || day <= row.to))
  return held?.login ?? fail(`${unitId} has no ${post} on ${day}`)
}

export function must<T>(result: Result<T>, what: string): T {
  if (!result.ok)
    throw new Error(`the demo world was refused: ${what}: ${result.refusal.code} ${JSON.stringify(result.refusal.about ?? {})}`)
  return result.value
}
export function fail(what: string): never {
  throw new Error(`the demo world is wrong: ${what}`)
}
export const key = (): string => randomUUID()
export const fen = (yuan: string): number => Math.round(Number(yuan) * 100)
