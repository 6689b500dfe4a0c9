/**
 * The tier that an amount reaches, as a suggestion: 系统提示，须人工确认 (docs/handbook.md §4). Where the law in time, or whether the
 * money is 特定款物, leaves two rows standing, the answer is `manual` with both: a named person decides (docs/decisions.md D8).
 */
import type { Fen } from '../money.ts'
import type { Day } from '../time.ts'
import { circumstancesOf } from './circumstances.ts'
import { citationsOn, firstDayOf, type Citation } from './citation.ts'
import { fundOf } from './funds.ts'
import type { Tag } from './row.ts'
import { embezzlementTier, type TierId } from './tiers-embezzlement.ts'

/** FS2016-9 and HJ2017. Which text governs conduct before or across these days is not ours to say (TJ2001-5; XF 12; O12). */
const FS2016_9_FROM = firstDayOf('FS2016-9')
const HJ2017_FROM = firstDayOf('HJ2017')

export type TierFacts = Readonly<{
  charge: string // of charges.ts
  amountFen: Fen // the acts not yet dealt with, added up (XF 383¶2)
  circumstances: readonly string[] // of circumstances.ts, as a person ticked them; one of another charge weighs nothing
  funds: readonly string[] // of funds.ts; any other text, '' too, is money of no fund
  conductStart: Day | ''
  conductEnd: Day | ''
}>
export type ManualReason =
  | 'charge.manual'
  | 'conduct.unknown'
  | 'conduct.before-interpretation'
  | 'conduct.straddles-interpretation'
  | 'c1.before-reply'
  | 'c1.straddles-reply'
  | 'c1.fund-disputed'
  | 'c1.mixed-money'
export type TierSuggestion =
  | Readonly<{
      kind: 'tier'
      rowId: TierId
      tier: string
      tierEn: string
      penalty: string
      penaltyEn: string
      citations: readonly Citation[]
      reachesCrime: boolean
      tag: Tag
    }>
  | Readonly<{ kind: 'manual'; reasons: readonly ManualReason[]; candidates: readonly TierId[] }>

export function suggestTier(facts: TierFacts): TierSuggestion {
  const { charge, conductStart, conductEnd } = facts
  // Only 贪污 is computed so far; the tables of the other charges come with a later issue.
  if (charge !== 'embezzlement') return manual(['charge.manual'], [])
  if (!conductStart || !conductEnd || conductStart > conductEnd) return manual(['conduct.unknown'], [])

  const doubts = [...doubtsOfTime(conductStart, conductEnd)]
  const [withAny, withNone] = [rowFor(facts, true), rowFor(facts, false)]
  const special = isSpecial(facts, conductStart, conductEnd)
  const open = special.c1 === 'open' && withAny.id !== withNone.id
  const rows = open ? [withAny, withNone] : [special.c1 === 'no' ? withNone : withAny]
  if (open) doubts.push(...special.doubts)
  const [row] = rows
  if (doubts.length > 0 || !row)
    return manual(
      doubts,
      rows.map(({ id }) => id),
    )
  const { id, tier, penalty, reachesCrime, citations, tag } = row
  return {
    kind: 'tier',
    rowId: id,
    tier: tier.zh,
    tierEn: tier.en,
    penalty: penalty.zh,
    penaltyEn: penalty.en,
    citations: [...citations, ...(hangsOnHj2017(facts, id, withNone.id) ? citationsOn([HJ2017], conductEnd) : [])],
    reachesCrime,
    tag,
  }
}

const HJ2017: Citation = { source: 'HJ2017', article: '' }
const manual = (reasons: readonly ManualReason[], candidates: readonly TierId[]): TierSuggestion => ({
  kind: 'manual',
  reasons,
  candidates,
})

/** The rows as FS2016-9 has them, also for conduct that ended before it, where they are candidates only. */
function rowFor({ amountFen, conductEnd }: TierFacts, hasCircumstance: boolean) {
  const row = embezzlementTier(amountFen, hasCircumstance, conductEnd < FS2016_9_FROM ? FS2016_9_FROM : conductEnd)
  if (!row) throw new RangeError(`no tier for ${amountFen} fen`)
  return row
}

/** Before FS2016-9 the law counted other sums, which we have no rows for: we cannot say that they would lead to the same tier. */
function doubtsOfTime(start: Day, end: Day): readonly ManualReason[] {
  if (end < FS2016_9_FROM) return ['conduct.before-interpretation']
  return start < FS2016_9_FROM ? ['conduct.straddles-interpretation'] : []
}

/** Any other circumstance of the charge suffices whatever the money is. Then: is the money 特定款物 (C1)? `open` where that is not for us to say. */
function isSpecial(
  { charge, circumstances, funds }: TierFacts,
  start: Day,
  end: Day,
): { c1: 'yes' | 'no' | 'open'; doubts: ManualReason[] } {
  if (hasOther(charge, circumstances)) return { c1: 'yes', doubts: [] }
  const kinds = funds.map((id) => fundOf(id)?.c1 ?? 'no')
  // Money of no row that is special by FS2016-9 itself, where a person ticked it.
  if (kinds.every((kind) => kind === 'no')) return { c1: circumstances.includes('C1') ? 'yes' : 'no', doubts: [] }
  const doubts: ManualReason[] = []
  if (kinds.includes('manual')) doubts.push('c1.fund-disputed')
  if (kinds.includes('no')) doubts.push('c1.mixed-money')
  const needsReply = kinds.some((kind) => kind === 'reply' || kind === 'manual')
  if (needsReply && end < HJ2017_FROM) doubts.push('c1.before-reply')
  else if (needsReply && start < HJ2017_FROM) doubts.push('c1.straddles-reply')
  return { c1: doubts.length > 0 ? 'open' : 'yes', doubts }
}

/** The reply is cited where it is what makes the difference. */
const hangsOnHj2017 = ({ charge, circumstances, funds }: TierFacts, rowId: TierId, withoutId: TierId): boolean =>
  rowId !== withoutId && !hasOther(charge, circumstances) && funds.some((id) => fundOf(id)?.c1 === 'reply')

/** One that lifts the tier by itself, not by what the money is. */
const hasOther = (charge: string, ticked: readonly string[]): boolean =>
  circumstancesOf(charge).some(({ id }) => id !== 'C1' && ticked.includes(id))
