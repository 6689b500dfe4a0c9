import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHARGES } from './charges.ts'
import { citeAllZh } from './citation.ts'
import { FUNDS } from './funds.ts'
import { ROUTES } from './routes.ts'
import type { RouteFacts, RouteSubject } from './route-facts.ts'
import { allowing, suggestRoute } from './suggest-route.ts'

const someone: RouteSubject = { official: 'no', isPrincipalOfBureau: false, usedOffice: false, companyOwnMoney: false }
const OUTSIDER = someone
const OFFICIAL: RouteSubject = { ...someone, official: 'yes', usedOffice: true }
const DISPUTED: RouteSubject = { ...someone, official: 'disputed' }
const COMPANY: RouteSubject = { ...someone, companyOwnMoney: true }
const PRINCIPAL: RouteSubject = { ...OFFICIAL, isPrincipalOfBureau: true }
const JUDGE: RouteSubject = { ...OFFICIAL, judicialOfficer: true }

const route = (transferOn: string, subjects: readonly RouteSubject[], charges: readonly string[], more: Partial<RouteFacts> = {}) =>
  suggestRoute({ transferOn, subjects, charges, funds: ['FD1'], ...more })
/** `commission!:0 police:1 (procuratorate:2)`: lead, subjects, merely offered. */
const read = ({ match, tracks, manual, copies }: ReturnType<typeof suggestRoute>) =>
  `${match}${manual ? ' manual' : ''}: ${tracks.map((t) => (t.default ? '' : '(') + t.recipientKind + (t.lead ? '!' : '') + ':' + t.subjectIndexes.join('') + (t.default ? '' : ')')).join(' ')}${copies.length > 0 ? ' copy' : ''}`

describe('each row of the table', () => {
  it.each<[string, string, RouteSubject[], string[], Partial<RouteFacts>, string]>([
    ['RG1', '2026-11-24', [OUTSIDER, OUTSIDER], ['fraud'], {}, 'RG1: police:01 copy'],
    ['RG1, an official who used no office', '2026-11-24', [{ ...OFFICIAL, usedOffice: false }], ['fraud'], {}, 'RG1: police:0 copy'],
    ['RG2', '2017-11-04', [OFFICIAL], ['embezzlement'], {}, 'RG2: procuratorate:0'],
    ['RG3', '2017-11-05', [OFFICIAL], ['embezzlement'], {}, 'RG3 manual: (commission:0) (procuratorate:0)'],
    ['RG3', '2018-03-19', [OFFICIAL], ['embezzlement'], {}, 'RG3 manual: (commission:0) (procuratorate:0)'],
    ['RG4', '2018-03-20', [OFFICIAL], ['embezzlement'], {}, 'RG4: commission:0'],
    ['RG4', '2020-08-06', [OFFICIAL], ['embezzlement'], {}, 'RG4: commission:0'],
    ['RG5', '2020-08-07', [OFFICIAL], ['embezzlement'], {}, 'RG5: commission:0'],
    ['RG5, charge not yet proposed', '2026-11-24', [OFFICIAL], [], {}, 'RG5: commission:0'],
    ['RG6', '2018-03-20', [OFFICIAL], ['embezzlement'], { violationOnly: true }, 'RG6: commission:0'],
    ['RG6 before', '2018-03-19', [OFFICIAL], ['embezzlement'], { violationOnly: true }, 'RG6 manual: '],
    ['RG7', '2018-03-20', [OFFICIAL, OUTSIDER], ['bribe-taking', 'fraud'], {}, 'RG7: commission!:0 police:1 copy'],
    [
      'RG7, the official’s part a violation',
      '2026-11-24',
      [OFFICIAL, OUTSIDER],
      ['fraud'],
      { violationOnly: true },
      'RG7: commission!:0 police:1 copy',
    ],
    [
      'mixed in the pilots',
      '2018-03-19',
      [OFFICIAL, OUTSIDER],
      ['bribe-taking', 'fraud'],
      {},
      'RG3 manual: (commission:0) (procuratorate:0) police:1 copy',
    ],
    ['mixed in 2017', '2017-10-20', [OFFICIAL, OUTSIDER], ['bribe-taking', 'fraud'], {}, 'RG2: procuratorate:0 police:1 copy'],
    ['RG8', '2026-11-24', [OFFICIAL, OUTSIDER], ['bribe-taking', 'bribe-giving'], {}, 'RG8: commission!:01 (police:1) copy'],
    ['RG8, the briber alone', '2026-11-24', [OUTSIDER], ['bribe-giving'], {}, 'RG8: commission!:0 (police:0) copy'],
    ['a briber in 2017', '2017-10-20', [OUTSIDER], ['bribe-giving'], {}, 'RG2: procuratorate:0'],
    ['co-offenders in 2017', '2017-10-20', [OFFICIAL, OUTSIDER], ['embezzlement'], {}, 'RG2: procuratorate:01'],
    ['RG9', '2026-08-27', [COMPANY], ['occupational-embezzlement'], {}, 'RG9: police:0 copy'],
    [
      'RG9, an official exercising public power',
      '2026-08-27',
      [{ ...OFFICIAL, companyOwnMoney: true }],
      ['occupational-embezzlement'],
      {},
      'RG9: commission:0',
    ],
    [
      'RG9, the same in 2017',
      '2017-10-20',
      [{ ...OFFICIAL, companyOwnMoney: true }],
      ['occupational-embezzlement'],
      {},
      'RG9: procuratorate:0',
    ],
    ['RG10', '2018-05-31', [OUTSIDER], ['fraud'], { funds: ['FD4', 'FD7'] }, 'RG10: medical:0'],
    ['before the medical bureau', '2018-05-30', [OUTSIDER], ['fraud'], { funds: ['FD4'] }, 'RG1: police:0 copy'],
    ['the region’s own day', '2019-01-01', [OUTSIDER], ['fraud'], { funds: ['FD4'], medicalOnlyDate: '2019-01-02' }, 'RG1: police:0 copy'],
    ['not medical only', '2024-01-01', [OUTSIDER], ['fraud'], { funds: ['FD4', 'FD1'] }, 'RG1: police:0 copy'],
    ['RG10, an official', '2024-01-01', [OFFICIAL, OUTSIDER], ['embezzlement'], { funds: ['FD4'] }, 'RG10: commission!:0 medical:01'],
    ['RG11', '2025-07-17', [DISPUTED], ['fraud'], {}, 'RG11 manual: (police:0) (commission:0) copy'],
    ['RG11 in 2017', '2017-10-20', [DISPUTED], ['fraud'], {}, 'RG11 manual: (police:0) (procuratorate:0) copy'],
    ['RG12', '2026-11-24', [PRINCIPAL, OFFICIAL], ['embezzlement'], {}, 'RG12: superior!:01'],
  ])('%s on %s', (_what, on, subjects, charges, more, expected) => expect(read(route(on, subjects, charges, more))).toBe(expected))

  it('is answered by some vector above', () =>
    expect(ROUTES.map((row) => row.id)).toEqual(['RG1', 'RG2', 'RG3', 'RG4', 'RG5', 'RG6', 'RG7', 'RG8', 'RG9', 'RG10', 'RG11', 'RG12']))
})

describe('the order of asking', () => {
  it('puts the principal first, then a disputed identity, then the medical fund', () => {
    const funds = ['FD4']
    expect(route('2026-11-24', [PRINCIPAL, DISPUTED], ['fraud'], { funds }).match).toBe('RG12')
    expect(route('2026-11-24', [OFFICIAL, DISPUTED], ['fraud'], { funds }).match).toBe('RG11')
    expect(route('2026-11-24', [OFFICIAL, OUTSIDER], ['fraud'], { funds }).match).toBe('RG10')
    expect(route('2026-11-24', [OFFICIAL, COMPANY], ['occupational-embezzlement']).match).toBe('RG7')
  })
  it('is shown in the answer, with the row of the date that decided the officials’ part', () => {
    expect(route('2026-11-24', [OUTSIDER], ['fraud']).asked).toEqual([
      'RG12',
      'RG11',
      'RG10',
      'RG7',
      'RG9',
      'RG8',
      'RG6',
      'RG2',
      'RG3',
      'RG4',
      'RG5',
      'RG1',
    ])
    expect(route('2026-11-24', [OFFICIAL, OUTSIDER], ['fraud']).asked).toEqual(['RG12', 'RG11', 'RG10', 'RG7', 'RG5'])
    expect(route('2017-10-20', [OFFICIAL], ['embezzlement']).asked).toEqual(['RG12', 'RG11', 'RG10', 'RG7', 'RG9', 'RG8', 'RG6', 'RG2'])
  })
})

describe('citations', () => {
  const cited = (on: string, subjects: RouteSubject[], charges: string[], more: Partial<RouteFacts> = {}) =>
    citeAllZh(route(on, subjects, charges, more).citations)
  it.each([
    ['2017-10-20', '《行政执法机关移送涉嫌犯罪案件的规定》第十八条；人社厅发〔2017〕107号第四部分；高检发释字〔2001〕4号'],
    ['2017-12-01', '全国人大常委会2017年11月4日决定第一条；全国人大常委会2017年11月4日决定第二条；全国人大常委会2017年11月4日决定第三条'],
    ['2018-03-20', '《监察法》第十一条；《监察法》第三十四条'],
    ['2020-08-07', '《行政执法机关移送涉嫌犯罪案件的规定》第十九条；《监察法》第三十四条'],
    ['2025-05-31', '《行政执法机关移送涉嫌犯罪案件的规定》第十九条；《监察法》第三十四条'],
    ['2025-06-01', '《行政执法机关移送涉嫌犯罪案件的规定》第十九条；《监察法》第三十七条'],
  ])('on %s are of the text in force that day', (on, text) => expect(cited(on, [OFFICIAL], ['embezzlement'])).toBe(text))
  it('of the Regulations begin with those of 2025; before, the Act stands alone', () => {
    expect(cited('2024-02-29', [OFFICIAL, OUTSIDER], ['fraud'])).toContain(
      '《监察法》第三十四条第二款；《公安机关办理刑事案件程序规定》第二十九条',
    )
    expect(cited('2025-06-01', [OFFICIAL, OUTSIDER], ['fraud'])).toContain('《监察法》第三十七条第二款；《监察法实施条例》第五十四条')
  })
  it('of RG1 name Order 310 as of the day', () => {
    expect(route('2019-01-01', [OUTSIDER], ['fraud']).citations.map((c) => c.source)).toEqual(['R310-2001', 'LJ2014-266'])
    expect(route('2026-01-01', [OUTSIDER], ['fraud']).citations.map((c) => c.source)).toEqual(['R310-2020', 'LJ2014-266'])
  })
})

describe('another body', () => {
  const others = (on: string, subjects: RouteSubject[]) =>
    route(on, subjects, ['abuse-of-power']).alternatives.map((a) => [a.recipientKind, a.citation?.source, a.needsReason])
  it('may be the procuratorate since 2020, with a reason, by the letter of Order 310 art. 19', () => {
    expect(others('2020-08-06', [OFFICIAL])).toEqual([])
    expect(others('2020-08-07', [OFFICIAL])).toEqual([['procuratorate', 'R310-2020', true]])
  })
  it('may be the procuratorate for judicial staff, by XSF 19', () => {
    expect(others('2019-01-01', [JUDGE])).toEqual([['procuratorate', 'XSF', true]])
    expect(others('2026-01-01', [JUDGE])).toEqual([
      ['procuratorate', 'R310-2020', true],
      ['procuratorate', 'XSF', true],
    ])
  })
  it('receives by the text that allows it, never by that of the suggested one; by none where no text does (found A2)', () => {
    const by = (kind: string, on: string, subjects: RouteSubject[], charge = 'embezzlement'): string =>
      citeAllZh(allowing(route(on, subjects, [charge]), kind))
    expect(by('commission', '2026-11-24', [OFFICIAL])).toBe('《行政执法机关移送涉嫌犯罪案件的规定》第十九条；《监察法》第三十七条')
    expect(by('procuratorate', '2026-11-24', [OFFICIAL])).toBe('《行政执法机关移送涉嫌犯罪案件的规定》第十九条')
    expect(by('procuratorate', '2026-11-24', [JUDGE])).toBe('《行政执法机关移送涉嫌犯罪案件的规定》第十九条；《刑事诉讼法》第十九条第二款')
    expect(by('procuratorate', '2019-01-01', [OFFICIAL])).toBe('')
    expect(by('procuratorate', '2017-10-20', [OFFICIAL])).toContain('第十八条')
    expect(by('police', '2026-11-24', [OFFICIAL])).toBe('')
    expect(by('procuratorate', '2026-11-24', [OUTSIDER], 'fraud')).toBe('')
  })
  it('than the superior, for the principal, is the one of the day', () => {
    expect(others('2026-01-01', [PRINCIPAL])).toEqual([['commission', 'R310-2020', true]])
    expect(others('2017-10-20', [PRINCIPAL])).toEqual([['procuratorate', 'R310-2001', true]])
  })
})

describe('nothing to route', () => {
  it('is a case without people, or without a crime', () => {
    expect(route('2026-11-24', [], ['fraud'])).toMatchObject({ match: 'none', manual: true, notes: ['no-subject'] })
    expect(route('2026-11-24', [OUTSIDER], [], { violationOnly: true })).toMatchObject({ match: 'none', manual: true, notes: ['no-crime'] })
  })
})

describe('the demo cases', () => {
  const FRAUD = ['fraud']
  it.each<[string, string, RouteSubject[], string[], Partial<RouteFacts>, string]>([
    ['K01', '2024-09-04', [OFFICIAL], ['embezzlement'], { funds: ['FD3'] }, 'RG5: commission:0'],
    ['K02', '2024-01-10', [OFFICIAL], ['embezzlement'], {}, 'RG5: commission:0'],
    ['K03', '2017-09-29', [OFFICIAL, OFFICIAL], ['embezzlement'], {}, 'RG2: procuratorate:01'],
    ['K05', '2017-10-20', [OFFICIAL], ['embezzlement'], {}, 'RG2: procuratorate:0'],
    ['K06', '2025-04-22', [OFFICIAL], ['misappropriation'], {}, 'RG5: commission:0'],
    ['K09', '2025-02-13', [OUTSIDER], FRAUD, {}, 'RG1: police:0 copy'],
    ['K10', '2024-06-06', [OUTSIDER, OUTSIDER], FRAUD, { funds: ['FD6'] }, 'RG1: police:01 copy'],
    ['K11', '2025-03-06', [OUTSIDER, OUTSIDER], FRAUD, { funds: ['FD5'] }, 'RG1: police:01 copy'],
    [
      'K12',
      '2024-02-29',
      [OFFICIAL, OUTSIDER, OUTSIDER],
      ['bribe-taking', 'abuse-of-power', 'fraud'],
      {},
      'RG7: commission!:0 police:12 copy',
    ],
    ['K13', '2024-03-12', [OFFICIAL], ['embezzlement'], { funds: ['FD3'] }, 'RG5: commission:0'],
    ['K14', '2026-08-27', [COMPANY], ['occupational-embezzlement'], {}, 'RG9: police:0 copy'],
    ['K15', '2024-04-01', [OUTSIDER], FRAUD, { funds: ['FD4'] }, 'RG10: medical:0'],
    ['K16', '2025-12-04', [COMPANY], ['occupational-embezzlement'], {}, 'RG9: police:0 copy'],
    ['K17', '2017-10-27', [OFFICIAL, OFFICIAL], ['embezzlement'], {}, 'RG2: procuratorate:01'],
    ['K19', '2025-07-09', [OFFICIAL], ['embezzlement'], { funds: ['FD5'], violationOnly: true }, 'RG6: commission:0'],
    ['K20', '2025-05-15', [OUTSIDER], FRAUD, {}, 'RG1: police:0 copy'],
    ['K24', '2023-05-11', [OFFICIAL], ['abuse-of-power'], {}, 'RG5: commission:0'],
    ['K25', '2017-10-19', [OUTSIDER, OUTSIDER], FRAUD, { funds: ['FD7'] }, 'RG1: police:01 copy'],
    ['K28', '2025-07-17', [DISPUTED], FRAUD, {}, 'RG11 manual: (police:0) (commission:0) copy'],
  ])('%s on %s', (_case, on, subjects, charges, more, expected) => expect(read(route(on, subjects, charges, more))).toBe(expected))
})

describe('every answer', () => {
  const subject = fc.record({
    official: fc.constantFrom('yes', 'no', 'disputed'),
    judicialOfficer: fc.boolean(),
    isPrincipalOfBureau: fc.boolean(),
    usedOffice: fc.boolean(),
    companyOwnMoney: fc.boolean(),
  })
  const facts = fc.record({
    transferOn: fc.constantFrom(
      '2005-01-01',
      '2017-11-04',
      '2017-11-05',
      '2018-03-19',
      '2018-03-20',
      '2018-05-31',
      '2020-08-06',
      '2020-08-07',
      '2025-05-31',
      '2025-06-01',
      '2026-11-24',
    ),
    subjects: fc.array(subject, { maxLength: 4 }),
    charges: fc.subarray(CHARGES.map((c) => c.id)),
    funds: fc.subarray(FUNDS.map((f) => f.id)),
    violationOnly: fc.boolean(),
  })
  it('leaves nobody out, or says that a person must choose', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { tracks, manual } = suggestRoute(given)
        const covered = new Set(tracks.filter((t) => t.default).flatMap((t) => t.subjectIndexes))
        expect(manual || given.violationOnly || given.subjects.every((_, i) => covered.has(i))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
  it('sends no official’s duty crime to the police alone, and nothing to a commission before there was one', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { tracks, manual } = suggestRoute(given)
        const kinds = tracks.map((t) => t.recipientKind)
        const isOfficials = given.charges.includes('embezzlement') && given.subjects.some((s) => s.official === 'yes' && s.usedOffice)
        expect(given.transferOn < '2017-11-05' && kinds.includes('commission')).toBe(false)
        expect(isOfficials && !manual && kinds.every((kind) => kind === 'police')).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})
