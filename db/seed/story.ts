/** What a demo case is told in: data only. Live cases are told in hours before now, so that the office always stands in the middle of a busy week. */
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
  lines: readonly (readonly [fund: string, from: string, to: string, yuan: string, recovered?: string])[]
}>
export type SeedTrack = Readonly<{
  to: string
  subjects: readonly string[]
  charges: readonly string[]
  files?: readonly number[]
  reason?: string
  facts?: string
  law?: string
}>
/** `text`: what stands in it, where it is none of `files/`. */
export type SeedFile = readonly [file: string, folder: string, kind: string, source: string, text?: string]
export type Act =
  | readonly ['write' | 'confirm' | 'submit', Moment]
  | readonly ['opinion', Moment, 'agree' | 'agree-with-notes' | 'disagree', string]
  | readonly ['approve' | 'refuse' | 'return' | 'take-back', Moment, string]
  | readonly ['send' | 'examine' | 'sign-for', Moment, number]
  | readonly ['receipt', Moment, number, string?] // remarks
  | readonly ['paper-receipt', Moment, number, string, string] // number on the paper, who signed
  | readonly ['withdraw' | 'urge', Moment, number, string]
  | readonly ['ask', Moment, number, readonly string[]]
  | readonly ['supplement', Moment, number, SeedFile, string]
  | readonly ['pass-on', Moment, number, string, string] // to, reason
  | readonly ['give-back', Moment, number, string, string] // reason, competent body
  | readonly ['file', Moment, number, string, string] // decision no, charge
  | readonly ['decline', Moment, number, string, string] // decision no, reasons
export type Story = Readonly<{
  bureau: 'yi' | 'bing' | 'ding' | 'ji' | 'geng'
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
