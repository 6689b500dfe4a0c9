import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseYuan } from '../money.ts'
import { citeAllZh } from './citation.ts'
import { CIRCUMSTANCES } from './circumstances.ts'
import { FUNDS } from './funds.ts'
import { suggestTier, type TierFacts } from './suggest-tier.ts'
import { embezzlementTier, TIERS_OF_EMBEZZLEMENT } from './tiers-embezzlement.ts'

const MAX_FEN = 999_999_999_999_999

const fen = (yuan: string) => {
  const parsed = parseYuan(yuan)
  if (!parsed.ok) throw new Error(yuan)
  return parsed.fen
}
const suggest = (yuan: string, facts: Partial<TierFacts> = {}) =>
  suggestTier({
    charge: 'embezzlement',
    amountFen: fen(yuan),
    circumstances: [],
    funds: [],
    conductStart: '2021-03-01',
    conductEnd: '2024-06-30',
    ...facts,
  })
const PENSION = { funds: ['FD1'] }

describe('worked examples of the handbook', () => {
  it.each<[string, string, Partial<TierFacts>, string, string]>([
    ['X01', '9999.99', PENSION, 'TW-00', '未达刑事起点'],
    ['X02', '10000.00', PENSION, 'TW-02', '其他较重情节'],
    ['X03', '10000.00', {}, 'TW-01', '未达刑事起点'],
    ['X04', '15000.00', { circumstances: ['C2'] }, 'TW-02', '其他较重情节'],
    ['X05', '29999.99', { funds: ['FD5'] }, 'TW-02', '其他较重情节'],
    ['X06', '29999.99', {}, 'TW-01', '未达刑事起点'],
    ['X07', '30000.00', {}, 'TW-03A', '数额较大'],
    ['X08', '99999.99', PENSION, 'TW-03A', '数额较大'],
    ['X09', '100000.00', PENSION, 'TW-04', '其他严重情节'],
    ['X10', '100000.00', {}, 'TW-03B', '数额较大'],
    ['X11', '199999.99', {}, 'TW-03B', '数额较大'],
    ['X12', '199999.99', { funds: ['FD6'], circumstances: ['C1', 'C5'] }, 'TW-04', '其他严重情节'],
    ['X13', '200000.00', {}, 'TW-05A', '数额巨大'],
    ['X14', '200000.00', PENSION, 'TW-05A', '数额巨大'],
    ['X15', '1499999.99', PENSION, 'TW-05A', '数额巨大'],
    ['X16', '1500000.00', PENSION, 'TW-06', '其他特别严重情节'],
    ['X17', '1500000.00', {}, 'TW-05B', '数额巨大'],
    ['X18', '2999999.99', {}, 'TW-05B', '数额巨大'],
    ['X19', '3000000.00', {}, 'TW-07', '数额特别巨大'],
    ['X20', '3000000.00', PENSION, 'TW-07', '数额特别巨大'],
    ['X22', '602800.00', { ...PENSION, conductStart: '2016-06-01', conductEnd: '2017-05-31' }, 'TW-05A', '数额巨大'],
  ])('%s: %s yuan, %o', (_id, yuan, facts, rowId, tier) => expect(suggest(yuan, facts)).toMatchObject({ kind: 'tier', rowId, tier }))

  it('X21: an act before HJ2017 whose tier hangs on C1 is a person’s to decide', () => {
    expect(suggest('20000.00', { ...PENSION, conductStart: '2017-01-01', conductEnd: '2017-05-31' })).toEqual({
      kind: 'manual',
      reasons: ['c1.before-reply'],
      candidates: ['TW-02', 'TW-01'],
    })
  })
  it('X23: an act before FS2016-9 is a person’s to decide', () => {
    expect(suggest('40000.00', { conductStart: '2015-01-01', conductEnd: '2015-10-01' })).toEqual({
      kind: 'manual',
      reasons: ['conduct.before-interpretation'],
      candidates: ['TW-03A'],
    })
  })
})

describe('the demo cases', () => {
  it.each<[string, string, Partial<TierFacts>, string]>([
    ['K01', '186400', { funds: ['FD3'], conductStart: '2021-03-01', conductEnd: '2024-06-30' }, 'TW-04'],
    ['K02', '312000', { funds: ['FD1'], conductStart: '2022-01-01', conductEnd: '2023-11-30' }, 'TW-05A'],
    ['K03', '602800', { funds: ['FD1'], conductStart: '2016-06-01', conductEnd: '2017-05-31' }, 'TW-05A'],
    ['K04', '98600', { funds: ['FD6'], conductStart: '2023-02-01', conductEnd: '2024-01-31' }, 'TW-03A'],
    ['K05', '27500', { funds: ['FD1'], conductStart: '2017-08-20', conductEnd: '2017-10-09' }, 'TW-02'],
    ['K13', '12300', { funds: ['FD3'], conductStart: '2023-01-01', conductEnd: '2023-12-31' }, 'TW-02'],
    ['K19', '8700', { funds: ['FD5'], conductStart: '2025-05-01', conductEnd: '2025-05-31' }, 'TW-00'],
    ['K26', '56000', { funds: ['FD6'], conductStart: '2020-07-01', conductEnd: '2020-12-31' }, 'TW-03A'],
    ['K27', '3480000', { funds: ['FD1'], conductStart: '2018-01-01', conductEnd: '2022-03-31' }, 'TW-07'],
  ])('%s: %s yuan', (_id, yuan, facts, rowId) => expect(suggest(yuan, facts)).toMatchObject({ kind: 'tier', rowId }))
  it('K17 straddles both days: a person chooses between TW-06 and TW-05B', () => {
    expect(suggest('1530000', { funds: ['FD1'], conductStart: '2015-03-01', conductEnd: '2017-09-10' })).toEqual({
      kind: 'manual',
      reasons: ['conduct.straddles-interpretation', 'c1.straddles-reply'],
      candidates: ['TW-06', 'TW-05B'],
    })
  })
})

describe('law in time', () => {
  it.each<[string, string, unknown]>([
    ['2017-08-07', '2017-08-07', 'TW-02'],
    ['2017-08-06', '2017-08-07', ['c1.straddles-reply']],
    ['2017-08-06', '2017-08-06', ['c1.before-reply']],
    ['2016-04-18', '2017-08-06', ['c1.before-reply']],
    ['2016-04-17', '2016-04-18', ['conduct.straddles-interpretation', 'c1.before-reply']],
    ['2016-04-17', '2016-04-17', ['conduct.before-interpretation', 'c1.before-reply']],
  ])('from %s to %s, 20,000 of the pension fund: %o', (conductStart, conductEnd, expected) => {
    const answer = suggest('20000', { ...PENSION, conductStart, conductEnd })
    expect(answer.kind === 'tier' ? answer.rowId : answer.reasons).toEqual(expected)
  })
  it('does not matter for C1 where C2–C6 stand', () => {
    expect(suggest('20000', { ...PENSION, circumstances: ['C4'], conductStart: '2016-05-01', conductEnd: '2017-05-31' })).toMatchObject({
      rowId: 'TW-02',
    })
  })
  it('is not settled by ticking C1: the reply is what made the fund special', () => {
    const facts = { ...PENSION, circumstances: ['C1'], conductStart: '2017-01-01', conductEnd: '2017-05-31' }
    expect(suggest('20000', facts)).toMatchObject({ kind: 'manual', reasons: ['c1.before-reply'] })
  })
  it('of a straddle over 2016-04-18 is a person’s, even where C1 makes no difference', () => {
    expect(suggest('602800', { ...PENSION, conductStart: '2016-04-01', conductEnd: '2017-05-31' })).toEqual({
      kind: 'manual',
      reasons: ['conduct.straddles-interpretation'],
      candidates: ['TW-05A'],
    })
  })
  it.each<[TierFacts['conductStart'], TierFacts['conductEnd']]>([
    ['', '2024-01-01'],
    ['2024-01-01', ''],
    ['2024-02-01', '2024-01-01'],
  ])('cannot be asked of conduct from “%s” to “%s”', (conductStart, conductEnd) => {
    expect(suggest('20000', { conductStart, conductEnd })).toEqual({ kind: 'manual', reasons: ['conduct.unknown'], candidates: [] })
  })
})

describe('special money', () => {
  it.each(['FD8', 'FD9'])('%s is disputed, and asked only where it matters', (fund) => {
    expect(suggest('20000', { funds: [fund] })).toEqual({ kind: 'manual', reasons: ['c1.fund-disputed'], candidates: ['TW-02', 'TW-01'] })
    expect(suggest('50000', { funds: [fund] })).toMatchObject({ rowId: 'TW-03A' })
    expect(suggest('20000', { funds: [fund], circumstances: ['C3'] })).toMatchObject({ rowId: 'TW-02' })
  })
  it('mixed with other money is a person’s to weigh', () => {
    expect(suggest('150000', { funds: ['FD1', ''] })).toEqual({
      kind: 'manual',
      reasons: ['c1.mixed-money'],
      candidates: ['TW-04', 'TW-03B'],
    })
    expect(suggest('250000', { funds: ['FD1', ''] })).toMatchObject({ rowId: 'TW-05A' })
  })
  it('of no insurance fund counts where a person ticked C1', () => {
    expect(suggest('20000', { circumstances: ['C1'], conductStart: '2016-05-01', conductEnd: '2016-06-01' })).toMatchObject({
      rowId: 'TW-02',
    })
  })
  it('cites HJ2017 exactly where the reply makes the difference', () => {
    const cited = (yuan: string, facts: Partial<TierFacts>) => {
      const answer = suggest(yuan, facts)
      return answer.kind === 'tier' ? citeAllZh(answer.citations) : ''
    }
    expect(cited('20000', PENSION)).toBe(
      '《刑法》第三百八十三条第一款第（一）项；法释〔2016〕9号第一条第二款；法释〔2016〕9号第十九条；高检发释字〔2017〕1号',
    )
    expect(cited('50000', PENSION)).not.toContain('高检发释字')
    expect(cited('20000', { ...PENSION, circumstances: ['C2'] })).not.toContain('高检发释字')
  })
})

// docs/handbook.md §4.2 and §4.5: only C1 to C6 are circumstances of 贪污.
describe('a circumstance of another charge', () => {
  it.each<[string, string, readonly string[], string]>([
    ['B1, repeated solicitation', '20000.00', ['B1'], 'TW-01'],
    ['B2', '150000.00', ['B2'], 'TW-03B'],
    ['B3', '1500000.00', ['B3'], 'TW-05B'],
    ['M7, the seven kinds of 挪用公款', '20000.00', ['M7'], 'TW-01'],
    ['a code of no table', '20000.00', ['C7'], 'TW-01'],
    ['all of them', '2999999.99', ['B1', 'B2', 'B3', 'M7'], 'TW-05B'],
    ['and one of its own', '20000.00', ['B1', 'C2'], 'TW-02'],
  ])('does not lift a tier of 贪污: %s (found G1)', (_what, yuan, circumstances, rowId) =>
    expect(suggest(yuan, { circumstances })).toMatchObject({ kind: 'tier', rowId }),
  )
  it('leaves it to the money whether the tier is lifted (found G1)', () => {
    expect(suggest('20000', { ...PENSION, circumstances: ['B1'] })).toMatchObject({ rowId: 'TW-02' })
    expect(suggest('20000', { funds: ['FD8'], circumstances: ['M7'] })).toMatchObject({ kind: 'manual', reasons: ['c1.fund-disputed'] })
    expect(suggest('20000', { ...PENSION, circumstances: ['B1'], conductStart: '2017-01-01', conductEnd: '2017-05-31' })).toMatchObject({
      kind: 'manual',
      reasons: ['c1.before-reply'],
    })
  })
})

describe('a charge that is not computed yet', () => {
  it.each(['bribe-taking', 'misappropriation', 'fraud', 'occupational-embezzlement', 'dereliction', 'nonsense'])(
    '%s is 待人工认定',
    (charge) => {
      expect(suggest('20000', { charge })).toEqual({ kind: 'manual', reasons: ['charge.manual'], candidates: [] })
    },
  )
})

describe('the table', () => {
  it('has exactly one row for every amount, with and without circumstances', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 400_000_000 }), fc.integer({ min: 0, max: MAX_FEN })), fc.boolean(), (amount, any) => {
        const rows = TIERS_OF_EMBEZZLEMENT.filter(
          (row) =>
            row.fromFen <= amount &&
            (row.belowFen === null || amount < row.belowFen) &&
            (row.circumstance === 'either' || (row.circumstance === 'any') === any),
        )
        expect(rows.map((row) => row.id)).toEqual([embezzlementTier(amount, any, '2026-11-24')?.id])
      }),
    )
  })
  it('never lowers a tier for a larger sum or for a circumstance', () => {
    const rank = (amountFen: number, any: boolean) =>
      TIERS_OF_EMBEZZLEMENT.map((row) => row.penalty.zh)
        .filter((penalty, i, all) => all.indexOf(penalty) === i)
        .indexOf(embezzlementTier(amountFen, any, '2026-11-24')?.penalty.zh ?? '')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000_000 }), fc.integer({ min: 0, max: 400_000_000 }), fc.boolean(), (a, b, any) => {
        expect(rank(Math.min(a, b), any)).toBeLessThanOrEqual(rank(Math.max(a, b), any))
        expect(rank(a, false)).toBeLessThanOrEqual(rank(a, true))
      }),
    )
  })
  it('knows no row before its text', () => expect(embezzlementTier(2_000_000, true, '2016-04-17')).toBeNull())
  it('answers every mix of facts', () => {
    const day = fc.constantFrom('2015-01-01', '2016-04-17', '2016-04-18', '2017-08-06', '2017-08-07', '2026-01-01')
    fc.assert(
      fc.property(
        fc.record({
          charge: fc.constant('embezzlement'),
          amountFen: fc.integer({ min: 0, max: MAX_FEN }),
          conductStart: day,
          conductEnd: day,
          circumstances: fc.subarray(CIRCUMSTANCES.map((c) => c.id)),
          funds: fc.subarray([...FUNDS.map((f) => f.id), '']),
        }),
        (facts) => {
          const answer = suggestTier(facts)
          expect(answer.kind === 'tier' || answer.reasons.length > 0).toBe(true)
        },
      ),
    )
  })
})

describe('public money that is no insurance', () => {
  // By hand from docs/handbook.md §4.5: the same bands as X03, X10, X17 and X02, X09, X16, told by the money and by no tick.
  it.each<[string, string, string]>([
    ['FD10', '20000', 'TW-01'],
    ['FD10', '150000', 'TW-03B'],
    ['FD10', '1500000', 'TW-05B'],
    ['FD11', '20000', 'TW-02'],
    ['FD11', '150000', 'TW-04'],
    ['FD12', '1500000', 'TW-06'],
  ])('%s, %s yuan: %s (found G2)', (fund, yuan, rowId) => expect(suggest(yuan, { funds: [fund] })).toMatchObject({ kind: 'tier', rowId }))
  it('relief money is special by the interpretation itself: the day of the reply is nothing to it, nor is the reply cited (found G2)', () => {
    const early = suggest('20000', { funds: ['FD11'], conductStart: '2016-05-01', conductEnd: '2017-05-31' })
    expect(early).toMatchObject({ kind: 'tier', rowId: 'TW-02' })
    expect(early.kind === 'tier' && early.citations.map(({ source }) => source)).not.toContain('HJ2017')
    expect(suggest('20000', { funds: ['FD11', 'FD1'], conductStart: '2016-05-01', conductEnd: '2017-05-31' })).toMatchObject({
      kind: 'manual',
      reasons: ['c1.before-reply'],
    })
    expect(suggest('20000', { funds: ['FD11', 'FD1'] })).toMatchObject({ kind: 'tier', rowId: 'TW-02' })
  })
  it('office money beside special money is for a person to say; a circumstance lifts it as any other (found G2)', () => {
    for (const fund of ['FD1', 'FD11'])
      expect(suggest('150000', { funds: ['FD10', fund] })).toMatchObject({ kind: 'manual', reasons: ['c1.mixed-money'] })
    expect(suggest('250000', { funds: ['FD10', 'FD1'] })).toMatchObject({ rowId: 'TW-05A' })
    expect(suggest('150000', { funds: ['FD10'], circumstances: ['C2'] })).toMatchObject({ rowId: 'TW-04' })
  })
})
