/** What a demo case is told in: data only. Times are hours before now, so that the office always stands in the middle of a busy week. */
export type Hours = number
export type SeedSubject = Readonly<{
  key: string
  name: string
  idNo?: string
  kind?: 'person' | 'unit'
  employer: string
  position: string
  official: 'yes' | 'no' | 'disputed'
  role?: 'main' | 'other'
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
export type SeedFile = readonly [file: string, folder: string, kind: string, source: string]
export type Act =
  | readonly ['write' | 'confirm' | 'submit', Hours]
  | readonly ['opinion', Hours, 'agree' | 'agree-with-notes' | 'disagree', string]
  | readonly ['approve' | 'refuse' | 'return' | 'take-back', Hours, string]
  | readonly ['send' | 'examine' | 'sign-for', Hours, number]
  | readonly ['receipt', Hours, number, string?] // remarks
  | readonly ['paper-receipt', Hours, number, string, string] // number on the paper, who signed
  | readonly ['withdraw' | 'urge', Hours, number, string]
  | readonly ['ask', Hours, number, readonly string[]]
  | readonly ['supplement', Hours, number, SeedFile, string]
  | readonly ['pass-on', Hours, number, string, string] // to, reason
  | readonly ['give-back', Hours, number, string, string] // reason, competent body
  | readonly ['file', Hours, number, string, string] // decision no, charge
  | readonly ['decline', Hours, number, string, string] // decision no, reasons
export type Story = Readonly<{
  bureau: 'yi' | 'bing' | 'ding' | 'ji' | 'geng'
  handlers: readonly [string, string]
  registered: Hours
  title: string
  source: string
  sourceNote?: string
  funds: readonly string[]
  conduct: string
  subjects: readonly SeedSubject[]
  evidence: readonly SeedFile[]
  items?: readonly (readonly [name: string, quantity: string, unit: string, place: string, yuan?: string])[]
  absent?: Readonly<{ items?: string; expert?: string; other?: string }>
  facts?: string
  tracks: readonly SeedTrack[]
  acts: readonly Act[]
}>
