/** What a demo case is told in: data only. Live cases are told in hours before now, so that the office always stands in the middle of a busy week. */
import type { UnitKind } from '#lib/domain/result'
import type { Proposed } from '#lib/domain/transfer/events'
import type { ReportKind } from '#lib/domain/procedure/stages'
import type { UrgeInput } from '#lib/schemas/case'
import type { Moment } from './moment.ts'

export type SeedSubject = Readonly<{
  key: string
  name: string
  idNo?: string
  kind?: 'person' | 'unit'
  employer: string
  position: string
  official: 'yes' | 'no' | 'disputed'
  role?: 'main' | 'other'
  isPrincipal?: boolean
  conduct: string
  charge: string
  circumstances?: readonly string[]
  tier?: string
  note?: string
  /** The row of the law's tables that must come out; `MANUAL` where a person has to say (docs/handbook.md §9.4). */
  expects?: string
  lines: readonly (readonly [fund: string, from: string, to: string, yuan: string, recovered?: string])[]
}>
export type SeedTrack = Readonly<{
  to: string
  /** The kind of body that must be suggested on the day; '' where a person has to choose. */
  suggests?: UnitKind | ''
  subjects: readonly string[]
  charges: readonly string[]
  files?: readonly number[]
  reason?: string
  facts?: string
  law?: string
}>
/** `text`: what stands in it, where it is none of `files/`. */
export type SeedFile = readonly [file: string, folder: string, kind: string, source: string, text?: string]
/** A number after the moment is the track, in the order of the plan. Acts of a body that works on paper are recorded from its paper. */
export type Act = BureauAct | TrackAct | StageAct
type BureauAct =
  | readonly ['write' | 'confirm' | 'submit', Moment]
  | readonly ['opinion', Moment, 'agree' | 'agree-with-notes' | 'disagree', string]
  | readonly ['approve' | 'refuse' | 'return' | 'take-back' | 'anew', Moment, string]
  | readonly ['correct', Moment, string] // what the case is about, told anew
  | readonly ['assign', Moment, readonly [string, string], string] // handlers, reason
  | readonly ['strike' | 'void', Moment, string, string] // subject by its key, evidence by its place in the story; reason
  | readonly ['add', Moment, SeedFile]
  | readonly ['urge', Moment, number | null, string, UrgeInput['toPost'], string] // by whom, whose turn it is, text
export type TrackAct =
  | readonly ['send' | 'examine' | 'sign-for' | 'alarm', Moment, number]
  | readonly ['receipt', Moment, number, string?] // remarks
  | readonly ['paper-receipt', Moment, number, string, string, string?] // number on the paper, who signed, its scan
  | readonly ['withdraw', Moment, number, string]
  | readonly ['dispute', Moment, number, string]
  | readonly ['ask', Moment, number, readonly string[]]
  | readonly ['supplement', Moment, number, SeedFile, string]
  | readonly ['pass-on', Moment, number, string, string] // to, reason
  | readonly ['give-back', Moment, number, string, string] // reason, competent body
  | readonly ['advise', Moment, number, Proposed, string]
  | readonly ['file', Moment, number, string, string] // decision no, charge
  | readonly ['decline', Moment, number, string, string] // decision no, reasons
/** After the decision of the body (lib/domain/procedure/stages.ts). */
export type StageAct =
  | readonly ['prepare', Moment, number, 'reconsideration' | 'supervision', string]
  | readonly ['sign', Moment, number, 'reconsideration' | 'supervision']
  | readonly ['ask-reasons' | 'explain' | 'accept' | 'order', Moment, number, string, string] // number of the paper, what it says
  | readonly ['file-ordered', Moment, number, string]
  | readonly ['word', Moment, number, ReportKind, string?] // yuan, where money came back
  | readonly ['answer', Moment, number, 'upheld' | 'changed', string, string] // number, reasons
  | readonly ['waive' | 'no-hand-over' | 'leave' | 'no-objection', Moment, number, string]
  | readonly ['hand-over', Moment, number, string, number, string?] // place; how many of the items that are left; where the rest is kept
  | readonly ['take-over', Moment, number]
export const STAGE_VERBS: readonly string[] = [
  'prepare',
  'sign',
  'answer',
  'waive',
  'leave',
  'no-objection',
  'no-hand-over',
  'hand-over',
  'take-over',
  'ask-reasons',
  'explain',
  'accept',
  'order',
  'file-ordered',
  'word',
] satisfies readonly StageAct[0][]
export type Story = Readonly<{
  /** The sketch of docs/handbook.md §9.4 that it tells; none for a live case. */
  k?: string
  bureau: 'yi' | 'bing' | 'ding' | 'dingjing' | 'dingjishu' | 'wu' | 'ji' | 'geng'
  handlers: readonly [string, string]
  registered: Moment
  title: string
  source: string
  sourceNote?: string
  funds: readonly string[]
  conduct: string
  subjects: readonly SeedSubject[]
  evidence: readonly SeedFile[]
  items?: readonly (readonly [name: string, quantity: string, unit: string, place: string, yuan?: string, owner?: string])[]
  absent?: Readonly<{ items?: string; expert?: string; other?: string }>
  facts?: string
  tracks: readonly SeedTrack[]
  acts: readonly Act[]
}>
