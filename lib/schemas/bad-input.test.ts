/** Bad input, field by field (issue §8): each is refused at its own field with its own code, and what people mean is understood. */
import { describe, expect, it } from 'vitest'
import type { ZodType } from 'zod'
import { cleanFileName } from '#lib/domain/names'
import {
  AmountLineInput,
  AssignHandlersInput,
  DecideInput,
  ItemInput,
  JustifyAbsenceInput,
  RecordAmountsInput,
  RecordBasicsInput,
  RecordItemsInput,
  RecordSubjectInput,
  RegisterCaseInput,
  TrackInput,
  WriteReportInput,
} from './case.ts'
import { UploadInput } from './evidence.ts'
import { isId } from './fields.ts'
import { groupsOf } from './groups.ts'
import { RegisterPersonInput } from './office.ts'
import { REASON_ACTS } from './reason-acts.ts'
import { AskSupplementInput, ConfirmTransferInput, DecisionInput, OnPaperInput, PassOnInput, SignReceiptInput } from './transfer.ts'

const TODAY = '2026-11-24'
const key = { formKey: 'k-1' }
const read = { ...key, readAt: '3' }
const basics = { title: '案', source: 'XY3', sourceNote: '', funds: 'FD1', division: '159921', foundOn: '2026-11-02', conduct: '经过' }
const person = { ...read, kind: 'person', name: '赵某', idNo: '', employer: '', position: '', role: 'main', official: 'no', conduct: '' }
const unit = { ...person, kind: 'unit', name: '南湖诊所' }
const line = { lineId: '', subjectId: 's1', fund: 'FD1', from: '2025-01-01', to: '2025-06-30', amount: '26800', recovered: '' }
const item = { subjectId: '', name: '手机', spec: '', quantity: '1', unit: '部', condition: '', value: '', place: '', origin: '' }
const track = { trackId: '', recipient: 'yi-police', subjects: 's1', charges: 'fraud', files: 'all', reason: '', facts: '', law: '' }
const texts = { investigation: '甲', facts: '乙', law: '丙', proposal: '丁' }
const upload = { ...key, folder: 'main-05', kind: 'E04', source: '', collectedBy: '', collectedOn: TODAY }
const decision = { ...key, outcome: 'file', decisionNo: '1', decidedOn: TODAY, charge: '', reasons: '', password: '' }
const paper = { onPaperDay: TODAY, onPaperTime: '14:20', paperNo: '1', actedBy: '额尔敦' }

/** Each with a form that is good. */
const OF = { caseId: 'c1', trackId: 't1' }
const FORMS = {
  RegisterCase: [RegisterCaseInput(TODAY), { ...key, ...basics, unitId: 'yi-hrss', handlers: ['p1', 'p2'] }],
  RecordBasics: [RecordBasicsInput(TODAY), { ...read, ...basics }],
  AssignHandlers: [AssignHandlersInput, { ...read, handlers: ['p1', 'p2'], reason: '调整' }],
  RecordPerson: [RecordSubjectInput('person', TODAY), person],
  RecordUnit: [RecordSubjectInput('unit', TODAY), unit],
  AmountLine: [AmountLineInput(TODAY), line],
  Item: [ItemInput, item],
  Track: [TrackInput, track],
  WriteReport: [WriteReportInput, { ...read, ...texts, tracks: [track] }],
  JustifyAbsence: [JustifyAbsenceInput, { ...key, items: '没有', expert: '', other: '' }],
  Decide: [DecideInput, { ...read, decision: 'approve', opinion: '', password: '' }],
  Upload: [UploadInput(TODAY), upload],
  ConfirmTransfer: [ConfirmTransferInput('乙人社案〔2026〕1号'), { ...key, caseNo: '乙人社案〔2026〕1号', password: 'x', agree: 'yes' }],
  WithdrawReport: [REASON_ACTS.WithdrawReport.input(OF, TODAY), { ...key, reason: '漏列' }],
  WithdrawTransfer: [REASON_ACTS.WithdrawTransfer.input(OF, TODAY), { ...key, reason: '漏列', password: '' }],
  SignReceipt: [SignReceiptInput, { ...key, remarks: '', password: '' }],
  AskSupplement: [AskSupplementInput, { ...key, wanted: '账目' }],
  PassOn: [PassOnInput, { ...key, target: 'bing-police', reason: '管辖', password: '' }],
  ReturnTransfer: [REASON_ACTS.ReturnTransfer.input(OF, TODAY), { ...key, reason: '不属职责', competent: '', password: '' }],
  Decision: [DecisionInput(TODAY), decision],
  OnPaper: [OnPaperInput(TODAY), paper],
  RegisterPerson: [RegisterPersonInput(TODAY), { ...key, login: 'zhaomou', name: '赵某', phone: '', from: TODAY }],
} as const satisfies Record<string, readonly [ZodType, Readonly<Record<string, unknown>>]>
type FormName = keyof typeof FORMS

/** `field: code` of everything that is refused; empty where the form is good. */
function faults(form: FormName, changes: Readonly<Record<string, unknown>>): string[] {
  const [schema, good] = FORMS[form]
  const parsed = schema.safeParse({ ...good, ...changes })
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code === 'unrecognized_keys' ? 'unknown' : issue.message}`)
}
const NAMES = Object.keys(FORMS) as FormName[] // safe: the record's own keys
const isOpen = (form: FormName): boolean => form === 'OnPaper' // part of a form; the rest is another schema's

describe('every form', () => {
  it.each(NAMES)('%s: as it should be is taken', (form) => expect(faults(form, {})).toEqual([]))
  it.each(NAMES.filter((form) => !isOpen(form)))('%s: a key that nobody asked for is refused', (form) =>
    expect(faults(form, { isAdmin: 'yes' })).toEqual([': unknown']),
  )
  it.each(NAMES)('%s: a key that comes twice is refused, unless several are meant', (form) => {
    const several = new Set(['funds', 'handlers', 'subjects', 'charges', 'itemIds', 'circumstances', 'tracks'])
    for (const [name, value] of Object.entries(FORMS[form][1]).filter(([name]) => !several.has(name)))
      expect(faults(form, { [name]: [value, value] }), name).toContainEqual(expect.stringMatching(new RegExp(`^${name}: `)))
  })
  it.each(NAMES.filter((form) => 'formKey' in FORMS[form][1]))(
    '%s: without its key, or with one that is not ours, it is no form',
    (form) => {
      for (const formKey of [undefined, '', '../../x', "' or 1=1", 'k'.repeat(65)])
        expect(faults(form, { formKey })).toEqual(['formKey: field.form-broken'])
    },
  )
  it.each(NAMES.filter((form) => 'readAt' in FORMS[form][1]))('%s: a version is a whole number', (form) => {
    for (const readAt of [undefined, '', '-1', '1.5', '1e3', '９', '9999999999'])
      expect(faults(form, { readAt })).toEqual(['readAt: field.form-broken'])
  })
})

it('no group of rows has more than 300, and no text more than 64 KiB (found J9)', () => {
  const many = <T>(one: T, n: number): T[] => Array.from({ length: n }, () => one)
  for (const [schema, name, row] of [
    [RecordAmountsInput(TODAY).pick({ lines: true }), 'lines', line],
    [RecordItemsInput.pick({ items: true }), 'items', item],
    [WriteReportInput.pick({ tracks: true }), 'tracks', track],
  ] as const) {
    expect(schema.safeParse({ [name]: many(row, 300) }).success, name).toBe(true)
    expect(
      schema.safeParse({ [name]: many(row, 301) }).error?.issues.map(({ message }) => message),
      name,
    ).toEqual(['form.too-large'])
  }
  expect(faults('WriteReport', { facts: '\n'.repeat(64 * 1024) }), 'blank, and no facts').toEqual(['facts: field.required'])
  expect(faults('WriteReport', { facts: '\n'.repeat(64 * 1024 + 1) })).toEqual(['facts: field.too-long'])
})

it('a new login has small letters and digits, single dots or dashes inside, and nothing at its ends (found J15)', () => {
  for (const login of ['chenmin', 'chen.min', 'chen-min2', 'ＣｈｅｎＭｉｎ', 'ab'])
    expect(faults('RegisterPerson', { login }), login).toEqual([])
  for (const login of ['chenmin.', 'chenmin-', '.chenmin', 'chen..min', 'chen.-min', '1chenmin', 'a', 'chen_min', '陈敏'])
    expect(faults('RegisterPerson', { login }), login).toEqual(['login: login.format'])
})

it('a title or a name with a tower of marks or a character of one machine alone is refused at its field (found J15)', () => {
  for (const [text, code] of [
    [`案${'\u0300'.repeat(60)}`, 'text.marks'],
    ['案\uE863', 'text.private'],
  ]) {
    expect(faults('RegisterCase', { title: text })).toEqual([`title: ${code}`])
    expect(faults('RegisterPerson', { name: text })).toEqual([`name: ${code}`])
  }
})

it('an id is text of our kind, whatever else is sent in its place (found J15)', () => {
  for (const wrong of [
    {},
    { toString: () => 'c1' },
    [],
    ['c1'],
    1,
    null,
    undefined,
    true,
    '',
    'constructor',
    '__proto__',
    'c\u0000',
    'x'.repeat(65),
  ])
    expect(isId(wrong), JSON.stringify(wrong)).toBe(false)
  expect(isId('00000000-0000-4000-8000-000000000000')).toBe(true)
})

describe('check digits', () => {
  it.each([
    ['159901198001010011', 'identity.check'],
    ['15990219800101001X', 'identity.check'],
    ['15990119800101001', 'identity.length'],
    ['440524188001010014', 'identity.age'],
    ['159901202613010018', 'identity.date'],
    ['不详', 'identity.length'],
  ])('of the identity number %s are wrong: %s', (idNo, code) =>
    expect(faults('RecordPerson', { idNo }).at(0)).toMatch(code === 'identity.date' ? /^idNo: identity\./ : `idNo: ${code}`),
  )
  it.each(['15990119800101001x', '１５９９０１１９８００１０１００１Ｘ', '159901 19800101 001X', ''])('“%s” is understood', (idNo) =>
    expect(faults('RecordPerson', { idNo })).toEqual([]),
  )
  it.each([
    ['91159900MB0A00018N', 'credit-code.check'],
    ['91159900MB0A00019M', 'credit-code.organisation'],
    ['9115990OMB0A00018M', 'credit-code.characters'],
    ['91159900MB0A0001', 'credit-code.length'],
  ])('of the credit code %s are wrong: %s', (idNo, code) => expect(faults('RecordUnit', { idNo })).toEqual([`idNo: ${code}`]))
})

describe('amounts', () => {
  const BAD = [
    ['二万六', 'money.format'],
    ['1,23', 'money.format'],
    ['1e5', 'money.format'],
    ['-1', 'money.negative'],
    ['−26,800', 'money.negative'],
    ['1.234', 'money.decimals'],
    ['2.68001万', 'money.decimals'],
    ['1000000000000000', 'money.too-large'],
    ['10000000000000', 'money.too-large'],
    ['99999999999万', 'money.too-large'],
    ['', 'money.empty'],
    ['NaN', 'money.format'],
    ['0x10', 'money.format'],
    ['26800.', 'money.format'],
    ['1,2345', 'money.format'],
    ['②', 'money.format'],
  ] as const
  it.each(BAD)('“%s” is refused: %s', (amount, code) => expect(faults('AmountLine', { amount })).toEqual([`amount: ${code}`]))
  it.each(BAD.filter(([typed]) => typed !== ''))('“%s” is refused as what was recovered and as a value too: %s', (typed, code) => {
    expect(faults('AmountLine', { recovered: typed })).toEqual([`recovered: ${code}`])
    expect(faults('Item', { value: typed })).toEqual([`value: ${code}`])
  })
  it.each([
    ['2.68万', 2_680_000],
    ['26,800', 2_680_000],
    ['２６，８００', 2_680_000],
    ['26800', 2_680_000],
    ['26800.00', 2_680_000],
    ['¥26 800', 2_680_000],
    ['26800元', 2_680_000],
    ['0.01', 1],
    ['9999999999999.99', 999_999_999_999_999],
  ])('“%s” is %d fen', (amount, fen) => expect(AmountLineInput(TODAY).parse({ ...line, amount }).amount).toBe(fen))
})

describe('days and hours', () => {
  const DAYS = {
    RegisterCase: 'foundOn',
    AmountLine: 'from',
    Upload: 'collectedOn',
    Decision: 'decidedOn',
    OnPaper: 'onPaperDay',
    RegisterPerson: 'from',
  } as const satisfies Partial<Record<FormName, string>>
  const BAD = [
    ['2026-11-25', 'day.later-than-today'],
    ['2025-02-29', 'day.not-real'],
    ['2026-13-01', 'day.not-real'],
    ['0026-11-24', 'day.not-real'],
    ['11/24/2026', 'day.format'],
    ['昨天', 'day.format'],
    ['', 'day.empty'],
  ] as const
  it.each(BAD)('“%s” is refused wherever a day that has been is asked: %s', (typed, code) => {
    for (const [form, name] of Object.entries(DAYS)) expect(faults(form as FormName, { [name]: typed }), form).toContain(`${name}: ${code}`) // safe: its own key
  })
  it.each(['2026/11/24', '2026年11月24日', '２０２６-１１-２４', '2026.11.24'])('“%s” is understood', (foundOn) =>
    expect(faults('RegisterCase', { foundOn })).toEqual([]),
  )
  it('a period does not end before it begins', () =>
    expect(faults('AmountLine', { from: '2025-06-30', to: '2025-01-01' })).toEqual(['to: day.order']))
  it.each(['24:00', '14.20', '下午两点', '', '14:60'])('the hour “%s” is refused', (onPaperTime) =>
    expect(faults('OnPaper', { onPaperTime })).toEqual(['onPaperTime: time.format']),
  )
  it('9：05 is an hour', () => expect(OnPaperInput(TODAY).parse({ ...paper, onPaperTime: '9：05' }).onPaperTime).toBe('09:05'))
})

describe('names and texts', () => {
  const HIDDEN = [
    ['an override', '\u202E', 'text.bidi'],
    ['an isolate', '\u2066', 'text.bidi'],
    ['a zero-width space', '\u200B', 'text.invisible'],
    ['a zero-width joiner', '\u200D', 'text.invisible'],
    ['a byte order mark', '\uFEFF', 'text.invisible'],
    ['a NUL', '\0', 'text.control'],
    ['half a character', '\uD842', 'text.malformed'],
  ] as const
  const TEXTS = {
    RegisterCase: ['title', 'sourceNote', 'conduct'],
    AssignHandlers: ['reason'],
    RecordPerson: ['name', 'employer', 'position', 'conduct'],
    RecordUnit: ['name'],
    Item: ['name', 'spec', 'place', 'origin', 'condition', 'quantity', 'unit'],
    Track: ['reason', 'facts', 'law'],
    WriteReport: ['investigation', 'facts', 'law', 'proposal'],
    JustifyAbsence: ['items', 'expert', 'other'],
    Decide: ['opinion'],
    Upload: ['source', 'collectedBy'],
    ConfirmTransfer: ['caseNo'],
    WithdrawTransfer: ['reason'],
    SignReceipt: ['remarks'],
    AskSupplement: ['wanted'],
    PassOn: ['reason'],
    ReturnTransfer: ['reason', 'competent'],
    Decision: ['decisionNo', 'reasons', 'charge'],
    OnPaper: ['paperNo', 'actedBy'],
    RegisterPerson: ['name', 'phone'],
  } as const satisfies Partial<Record<FormName, readonly string[]>>
  it.each(HIDDEN)('%s is refused in every text of every form', (_what, sign, code) => {
    for (const [form, names] of Object.entries(TEXTS))
      for (const name of names) expect(faults(form as FormName, { [name]: `赵${sign}某` }), `${form} ${name}`).toContain(`${name}: ${code}`) // safe: its own key
  })
  it('a text beyond any form is refused before it is looked at', () => {
    for (const [form, names] of Object.entries(TEXTS))
      for (const name of names)
        expect(faults(form as FormName, { [name]: '赵'.repeat(40_001) }), `${form} ${name}`).toContain(`${name}: field.too-long`) // safe: as above
  })
  it.each([
    ['·', 'name.no-letter'],
    ['12345', 'name.no-letter'],
    ['赵'.repeat(51), 'name.too-long'],
    [' 　 ', 'person.required'],
  ])('“%s” is nobody’s name', (name, code) => expect(faults('RecordPerson', { name })).toEqual([`name: ${code}`]))
  it.each(['阿卜杜拉·买买提', '𠮷野某', '不详', "Mary-Jane O'Brien"])('“%s” is a name', (name) =>
    expect(faults('RecordPerson', { name })).toEqual([]),
  )
})

describe('what must not be missing', () => {
  it.each([
    [
      'RegisterCase',
      { title: ' ', source: '', funds: [], conduct: '' },
      ['title: title.required', 'source: source.required', 'funds: fund.required', 'conduct: conduct.required'],
    ],
    ['RegisterCase', { handlers: 'p1' }, ['handlers: handlers.two']],
    ['RegisterCase', { handlers: ['p1', 'p1'] }, ['handlers: handlers.two']],
    ['RegisterCase', { handlers: Array.from({ length: 51 }, (_, n) => `p${n}`) }, ['handlers: handlers.many']],
    ['AssignHandlers', { handlers: Array.from({ length: 50 }, (_, n) => `p${n}`) }, []],
    ['RecordPerson', { official: undefined }, ['official: field.choice']],
    ['RecordPerson', { official: 'perhaps' }, ['official: field.choice']],
    ['Track', { recipient: '' }, ['recipient: recipient.required']],
    ['Track', { subjects: [], charges: [] }, ['subjects: subjects.required', 'charges: charges.required']],
    ['Decide', { decision: undefined }, ['decision: opinion.choice']],
    ['Decide', { decision: 'refuse' }, ['opinion: opinion.reason']],
    ['Decide', { decision: 'return', opinion: ' \n' }, ['opinion: opinion.note']],
    ['ConfirmTransfer', { agree: undefined }, ['agree: agree.required']],
    ['AskSupplement', { wanted: '\n' }, ['wanted: supplement.items']],
    ['PassOn', { target: '' }, ['target: target.required']],
    ['ReturnTransfer', { reason: '' }, ['reason: reasons.required']],
    ['Decision', { outcome: 'decline' }, ['reasons: not-filing.required']],
    ['OnPaper', { actedBy: '', paperNo: '' }, ['paperNo: field.required', 'actedBy: person.required']],
  ] as const satisfies readonly (readonly [FormName, Readonly<Record<string, unknown>>, readonly string[]])[])(
    '%s %j',
    (form, changes, wanted) => expect(faults(form, changes)).toEqual(wanted),
  )
})

describe('groups of fields', () => {
  it('a row of another name, of a number beyond reason or with a field that is none is no row', () => {
    expect(
      groupsOf(
        {
          'line.0.fund': 'FD1',
          'line.99999.fund': 'x',
          'line.-1.fund': 'x',
          'line.0.__proto__': 'x',
          'lines.0.fund': 'x',
          'line.1.a.b': 'x',
        },
        'line',
      ),
    ).toEqual([{ index: 0, values: { fund: 'FD1' } }])
  })
  it('a row with a field that nobody asked for is refused', () => expect(faults('AmountLine', { fen: '1' })).toEqual([': unknown']))
})

describe('file names', () => {
  it('of 300 characters lose their middle, never their ending', () => {
    const named = cleanFileName(`${'长'.repeat(300)}.pdf`)
    expect(named).toMatchObject({ ok: true, name: expect.stringMatching(/^长+….pdf$/u) })
    expect(named.ok && [...named.name].length).toBe(200)
  })
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\证据\\流水.xlsx', '流水.xlsx'],
    ['a\0b.txt', 'a_b.txt'],
    ['a\u202Efdp.exe', 'a_fdp.exe'],
    ['a"b<c>.txt', 'a_b_c_.txt'],
  ])('“%s” is “%s”', (given, name) => expect(cleanFileName(given)).toEqual({ ok: true, name }))
  it.each(['', '/', '..', '. .', ' '])('“%s” is none', (given) =>
    expect(cleanFileName(given)).toEqual({ ok: false, code: 'file.name-empty' }),
  )
})
