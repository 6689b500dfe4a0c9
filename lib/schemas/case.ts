/** Forms of a case up to the head's decision. Each is strict: an unknown or repeated key is refused. `today` in Beijing. */
import { z } from 'zod'
import { CIRCUMSTANCES } from '#lib/domain/law/circumstances'
import { chargeOf } from '#lib/domain/law/charges'
import { fundOf } from '#lib/domain/law/funds'
import { CLUE_SOURCES } from '#lib/domain/law/sources-of-clue'
import { isTeam } from '#lib/domain/law/team'
import type { Day } from '#lib/domain/result'
import {
  choice,
  day,
  flag,
  formKey,
  id,
  identityNo,
  known,
  lines,
  optionalYuan,
  personName,
  rows,
  sameNoAs,
  several,
  text,
  versioned,
  yuan,
} from './fields.ts'

const isSource = (code: string): boolean => CLUE_SOURCES.some(({ id: known }) => known === code)
const isCircumstance = (code: string): boolean => CIRCUMSTANCES.some(({ id: known }) => known === code)
const basics = (today: Day) => ({
  title: text(100, { required: 'title.required' }),
  source: known(isSource, 'source.required'),
  sourceNote: text(200),
  funds: several('fund.required', fundOf),
  division: known((code) => /^\d{6}$/.test(code), 'field.choice'),
  foundOn: day(today),
  conduct: lines(2_000, 'conduct.required'),
})
/** All of them stand in the index by which each finds the case: PostgreSQL's has room for some seventy. */
const handlers = several()
  .refine(isTeam, 'handlers.two')
  .refine((ids) => ids.length <= MOST_HANDLERS, 'handlers.many')
const MOST_HANDLERS = 50
export const RegisterCaseInput = (today: Day) => z.strictObject({ ...formKey, ...basics(today), unitId: id, handlers })
export type RegisterCaseInput = z.infer<ReturnType<typeof RegisterCaseInput>>

export const RecordBasicsInput = (today: Day) => z.strictObject({ ...versioned, ...basics(today) })
export type RecordBasicsInput = z.infer<ReturnType<typeof RecordBasicsInput>>

export const AssignHandlersInput = z.strictObject({ ...versioned, handlers, reason: text(200, { required: 'field.required' }) })
export type AssignHandlersInput = z.infer<typeof AssignHandlersInput>

export const RecordSubjectInput = (kind: 'person' | 'unit', today: Day) =>
  z.strictObject({
    ...versioned,
    kind: choice(['person', 'unit']),
    name: kind === 'person' ? personName : text(100, { required: 'person.required' }),
    idNo: identityNo(kind, today),
    employer: text(100),
    position: text(100),
    role: choice(['main', 'other']),
    official: choice(['yes', 'no', 'disputed']),
    isPrincipal: flag,
    usedOffice: flag,
    companyMoney: flag,
    judicialOfficer: flag,
    conduct: lines(2_000),
    /** Which of those who bear the name here it is (lib/usecases/record-subject.ts); asked only where somebody does. */
    account: text(100).optional(),
  })
export type RecordSubjectInput = z.infer<ReturnType<typeof RecordSubjectInput>>
export const StrikeSubjectInput = z.strictObject({ ...versioned, reason: text(200, { required: 'field.required' }) })
export type StrikeSubjectInput = z.infer<typeof StrikeSubjectInput>

/** One line of amounts: subject × fund × period. Group `line`. @internal */
export const AmountLineInput = (today: Day) =>
  z
    .strictObject({
      lineId: z.union([id, z.literal('')]).default(''),
      subjectId: id,
      fund: known(fundOf, 'fund.required'),
      from: day(today),
      to: day(today),
      amount: yuan,
      recovered: optionalYuan,
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'day.order' })
/** What a person makes of the suggested tier, per subject. Group `assessment`. */
const AssessmentInput = z
  .strictObject({
    subjectId: id,
    charge: known(chargeOf, 'charges.required'),
    circumstances: several(undefined, isCircumstance),
    suggested: text(20),
    confirmed: choice(['agreed', 'overridden', 'open']),
    tier: text(40),
    note: lines(500),
  })
  .superRefine(({ confirmed, tier, note }, ctx) => {
    if (confirmed !== 'overridden') return
    for (const [name, typed] of [
      ['tier', tier],
      ['note', note],
    ] as const)
      if (typed === '') ctx.addIssue({ code: 'custom', path: [name], message: 'field.required' })
  })
export const RecordAmountsInput = (today: Day) =>
  z.strictObject({ ...versioned, lines: rows(AmountLineInput(today)), assessments: rows(AssessmentInput) })
export type RecordAmountsInput = z.infer<ReturnType<typeof RecordAmountsInput>>

/** 涉案物品清单, group `item`. @internal */
export const ItemInput = z.strictObject({
  subjectId: z.union([id, z.literal('')]).default(''),
  name: text(100, { required: 'field.required' }),
  spec: text(100),
  quantity: text(20),
  unit: text(20),
  condition: text(200),
  value: optionalYuan,
  place: text(100),
  origin: text(100),
})
export const RecordItemsInput = z.strictObject({ ...versioned, items: rows(ItemInput) })
export type RecordItemsInput = z.infer<typeof RecordItemsInput>

export const JustifyAbsenceInput = z.strictObject({ ...formKey, items: lines(500), expert: lines(500), other: lines(500) })
export type JustifyAbsenceInput = z.infer<typeof JustifyAbsenceInput>

/** One planned track, group `track`. `itemIds` 'all' means every live item of the main volume. @internal */
export const TrackInput = z.strictObject({
  trackId: z.union([id, z.literal('')]).default(''),
  recipient: z
    .union([id, z.literal('')])
    .default('')
    .refine((unitId) => unitId !== '', 'recipient.required'),
  subjects: several('subjects.required'),
  charges: several('charges.required', chargeOf),
  files: choice(['all', 'chosen']),
  itemIds: several(),
  reason: lines(500),
  facts: lines(20_000),
  law: lines(4_000),
  investigation: lines(20_000),
})
export const WriteReportInput = z.strictObject({
  ...versioned,
  investigation: lines(20_000, 'field.required'),
  facts: lines(20_000, 'field.required'),
  law: lines(4_000, 'field.required'),
  proposal: lines(4_000, 'field.required'),
  tracks: rows(TrackInput),
})
export type WriteReportInput = z.infer<typeof WriteReportInput>

export const ConfirmReportInput = z.strictObject({ ...versioned, password: z.string().default('') })
export const SubmitReportInput = z.strictObject(versioned)
export const GiveOpinionInput = z.strictObject({
  ...versioned,
  verdict: choice(['agree', 'agree-with-notes', 'disagree'], 'opinion.choice'),
  text: lines(4_000, 'field.required'),
})

/** Approve, refuse or return (J4). A refusal needs reasons (Order 310 art. 5¶2), a return says what to change. */
export const DecideInput = z
  .strictObject({
    ...versioned,
    decision: choice(['approve', 'refuse', 'return'], 'opinion.choice'),
    opinion: lines(2_000),
    password: z.string().default(''),
  })
  .superRefine(({ decision, opinion }, ctx) => {
    if (opinion !== '' || decision === 'approve') return
    ctx.addIssue({ code: 'custom', path: ['opinion'], message: decision === 'refuse' ? 'opinion.reason' : 'opinion.note' })
  })
export type DecideInput = z.infer<typeof DecideInput>

export const UrgeInput = z.strictObject({
  ...formKey,
  trackId: z.union([id, z.literal('')]).default(''),
  toUnitId: id,
  toPost: choice(['handler', 'approver', 'intake', 'liaison', 'reviewer']),
  text: lines(500),
})
export type UrgeInput = z.infer<typeof UrgeInput>
export const VoidEvidenceInput = (caseNo: string) =>
  z.strictObject({ ...formKey, reason: lines(500, 'field.required'), caseNo: sameNoAs(caseNo), password: z.string().default('') })
