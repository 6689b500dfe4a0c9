/**
 * No sentence on a paper without a field or an event behind it (docs/contributing.md §6). Papers are drawn up from canaries, once with the real
 * words, to see which field stands on which paper; once with words that only say their own names and what they were given, to see that
 * nothing else is said: what is left is a field, a word of the tables of law, or a mistake.
 */
import { describe, expect, it } from 'vitest'
import { MATERIALS } from '#lib/domain/law/materials'
import { PAPER_NOS, type PaperId } from '#lib/domain/law/papers'
import type { Snapshot } from '#lib/domain/transfer/events'
import type { Decided, Opened, SentTrack, Stamp } from '#lib/domain/transfer/state'
import { PAPERS } from '#lib/views/papers/papers'
import type { PaperWords } from '#lib/views/papers/words'
import { PAPER_WORDS } from './papers.ts'

/** What the handbook's forms hold, in their order (docs/handbook.md §7.2); §7.1 is the frame of every paper that goes out, D23 what is recorded from paper, T14 passing on. */
const HANDBOOK = {
  '§7.1': ['issuing body', 'title', 'document number', 'addressee', 'body', 'attachment list', 'signature block', 'date', 'seal', 'copies'],
  W04: [
    'source and investigation process',
    'persons’ basic data',
    'facts by date',
    'amount calculation table',
    'evidence index',
    'legal provisions',
    'identity analysis',
    'conclusion and handling proposal',
    '≥2 officers sign',
  ],
  W07: [
    'number',
    'addressee',
    'sending body',
    'case name',
    'suspected offence',
    'suspect(s)',
    'facts in brief',
    'legal basis',
    'handling officers + phone',
    'hand-over within 3 days',
    'inform in writing and return file',
    'attachment list',
    'already imposed penalties',
    'copies to',
    'receipt stub',
  ],
  W08: [
    'number',
    'addressee',
    'person, post',
    'rank, management authority',
    'clue content',
    'material list',
    'confidentiality note',
    'contact',
  ],
  W09: ['original number', 'received items count', 'time to minute', 'receiver name', 'receiver id', 'remarks'],
  W10: ['seq', 'name', 'original/copy', 'copies', 'pages', 'source', 'hash', 'remarks', 'giver, receiver'],
  W11: [
    'seq',
    'name',
    'spec',
    'quantity',
    'unit',
    'feature/condition',
    'value',
    'place of storage',
    'origin document',
    'remarks',
    'holder, officers, witness',
  ],
  W19: ['case', 'course', 'PSB decisions', 'why should be filed', 'attachments'],
  W21: ['hand-over place/time', 'as W11 + W10', 'both sign', '3-day check'],
  W17: ['number', 'original decision', 'received date', 'grounds', 'request', 'attachments'],
  D23: ['recorded from paper'],
  '§5.1': ['why this body'],
  T14: ['passed on by'],
} as const
type Form = keyof typeof HANDBOOK
type Ground = {
  [F in Form]: readonly [
    F,
    (typeof HANDBOOK)[F][number],
    ...('TransferSent' | 'ReceiptSigned' | 'TransferPassedOn' | 'SupplementSent' | 'ProceedingOpened')[],
  ]
}[Form]
type Leaf = string | ((...given: never[]) => string)
type Grounds<T> = { readonly [K in keyof T]: T[K] extends Leaf ? Ground : Grounds<T[K]> }

/** Every sentence that papers have, and what stands behind it: a field of a form, and the event that brought it about. The compiler asks for each. */
const GROUNDS: Grounds<PaperWords> = {
  common: {
    to: ['§7.1', 'addressee'],
    we: ['W07', 'sending body'],
    you: ['§7.1', 'addressee'],
    seal: ['§7.1', 'seal'],
    manifest: ['W10', 'hash', 'TransferSent'],
    day: ['§7.1', 'date'],
    minute: ['W09', 'time to minute'],
    fen: ['W11', 'value'],
    join: ['§7.1', 'body'],
  },
  letter: {
    noNumber: ['W07', 'number'],
    name: ['W07', 'suspect(s)'],
    idNo: ['W07', 'suspect(s)'],
    employer: ['W08', 'person, post'],
    charge: ['W07', 'suspected offence'],
    amount: ['W07', 'facts in brief'],
    total: ['W07', 'facts in brief'],
    law: ['W07', 'legal basis'],
    handlers: ['W07', 'handling officers + phone'],
    handler: ['W07', 'handling officers + phone'],
    others: ['§7.1', 'body'],
    other: ['§7.1', 'body'],
    enclosures: ['W07', 'attachment list'],
    enclosure: ['W07', 'attachment list'],
    material: ['W07', 'attachment list'],
    none: ['W07', 'attachment list'],
    list: ['W07', 'attachment list'],
    copyTo: ['W07', 'copies to'],
    issued: ['§7.1', 'date', 'TransferSent'],
    forms: {
      letter: {
        title: ['§7.1', 'title'],
        opening: ['W07', 'legal basis', 'TransferSent'],
        subjects: ['W07', 'suspect(s)'],
        facts: ['W07', 'facts in brief'],
      },
      'clue-letter': {
        title: ['§7.1', 'title'],
        opening: ['W08', 'clue content', 'TransferSent'],
        subjects: ['W08', 'person, post'],
        facts: ['W08', 'clue content'],
      },
      'duty-letter': {
        title: ['§7.1', 'title'],
        opening: ['W07', 'legal basis', 'TransferSent'],
        subjects: ['W07', 'suspect(s)'],
        facts: ['W07', 'facts in brief'],
      },
      'duty-clue-letter': {
        title: ['§7.1', 'title'],
        opening: ['W07', 'legal basis', 'TransferSent'],
        subjects: ['W07', 'suspect(s)'],
        facts: ['W07', 'facts in brief'],
      },
    },
    why: ['§5.1', 'why this body', 'TransferSent'],
    requests: {
      handOver: ['W07', 'hand-over within 3 days'],
      answer: ['W07', 'inform in writing and return file'],
      secret: ['W08', 'confidentiality note'],
      inform: ['W08', 'contact'],
    },
  },
  report: {
    title: ['§7.1', 'title'],
    heading: ['§7.1', 'body'],
    parts: {
      course: ['W04', 'source and investigation process'],
      subjects: ['W04', 'persons’ basic data'],
      facts: ['W04', 'facts by date'],
      amounts: ['W04', 'amount calculation table'],
      evidence: ['W04', 'evidence index'],
      law: ['W04', 'legal provisions'],
      identity: ['W04', 'identity analysis'],
      conclusion: ['W04', 'conclusion and handling proposal'],
    },
    caseNo: ['W04', 'source and investigation process', 'TransferSent'],
    noCourse: ['W04', 'source and investigation process', 'TransferSent'],
    inFiles: ['W04', 'source and investigation process', 'TransferSent'],
    name: ['W04', 'persons’ basic data'],
    idNo: ['W04', 'persons’ basic data'],
    employer: ['W04', 'persons’ basic data'],
    role: ['W04', 'persons’ basic data'],
    main: ['W04', 'persons’ basic data'],
    conduct: ['W04', 'facts by date'],
    fund: ['W04', 'amount calculation table'],
    period: ['W04', 'amount calculation table'],
    periodOf: ['W04', 'amount calculation table'],
    recovered: ['W04', 'amount calculation table'],
    amount: ['W04', 'amount calculation table'],
    total: ['W04', 'amount calculation table'],
    no: ['W04', 'evidence index'],
    file: ['W04', 'evidence index'],
    kind: ['W04', 'evidence index'],
    folder: ['W04', 'evidence index'],
    source: ['W04', 'evidence index'],
    official: ['W04', 'identity analysis'],
    officials: { yes: ['W04', 'identity analysis'], no: ['W04', 'identity analysis'], disputed: ['W04', 'identity analysis'] },
    marks: ['W04', 'identity analysis'],
    mark: {
      isPrincipal: ['W04', 'identity analysis'],
      usedOffice: ['W04', 'identity analysis'],
      companyMoney: ['W04', 'identity analysis'],
      judicialOfficer: ['W04', 'identity analysis'],
    },
    charge: ['W04', 'conclusion and handling proposal'],
    circumstances: ['W04', 'conclusion and handling proposal'],
    tier: ['W04', 'conclusion and handling proposal'],
    note: ['W04', 'conclusion and handling proposal'],
    officers: ['W04', '≥2 officers sign', 'TransferSent'],
  },
  receipt: {
    title: ['§7.1', 'title'],
    opening: ['W09', 'original number', 'ReceiptSigned'],
    receiptNo: ['§7.1', 'document number'],
    letterNo: ['W09', 'original number'],
    caseTitle: ['W07', 'case name'],
    count: ['W09', 'received items count'],
    countOf: ['W09', 'received items count', 'ReceiptSigned'],
    passedOn: ['T14', 'passed on by'],
    passedOnFrom: ['T14', 'passed on by', 'TransferPassedOn'],
    at: ['W09', 'time to minute'],
    by: ['W09', 'receiver name'],
    remarks: ['W09', 'remarks'],
    manifest: ['W10', 'hash'],
    onPaper: ['D23', 'recorded from paper', 'ReceiptSigned'],
  },
  fileList: {
    title: ['§7.1', 'title'],
    no: ['W10', 'seq'],
    name: ['W10', 'name'],
    folder: ['W10', 'name'],
    source: ['W10', 'source'],
    takenBy: ['W10', 'source'],
    takenOn: ['W10', 'source'],
    size: ['W10', 'hash'],
    supplement: ['W10', 'name', 'SupplementSent'],
    total: ['W10', 'seq'],
    dayOf: ['W10', 'source'],
    sizeOf: ['W10', 'hash'],
    sm3: ['W10', 'hash'],
    sha256: ['W10', 'hash'],
    giver: ['W10', 'giver, receiver'],
    receiver: ['W10', 'giver, receiver'],
    day: ['W10', 'giver, receiver'],
    itemsTitle: ['W11', 'name'],
    item: ['W11', 'name'],
    spec: ['W11', 'spec'],
    quantity: ['W11', 'quantity'],
    condition: ['W11', 'feature/condition'],
    value: ['W11', 'value'],
    place: ['W11', 'place of storage'],
    origin: ['W11', 'origin document'],
  },
  handOver: {
    title: ['§7.1', 'title'],
    opening: ['W21', 'as W11 + W10', 'ProceedingOpened'],
    where: ['W21', 'hand-over place/time', 'ProceedingOpened'],
    no: ['W21', 'as W11 + W10'],
    name: ['W21', 'as W11 + W10'],
    quantity: ['W21', 'as W11 + W10'],
    kept: ['W21', 'as W11 + W10'],
    handed: ['W21', 'as W11 + W10'],
    keptAt: ['W21', 'as W11 + W10'],
    remarks: ['W21', 'as W11 + W10'],
    giver: ['W21', 'both sign', 'ProceedingOpened'],
    taker: ['W21', 'both sign', 'ProceedingOpened'],
    untaken: ['W21', 'both sign'],
  },
  request: {
    original: ['W17', 'original decision'],
    reasons: ['W17', 'grounds'],
    request: ['W17', 'request'],
    decided: ['W17', 'original decision'],
    received: ['W17', 'received date'],
    undecided: ['W17', 'original decision'],
    forms: {
      supervision: { title: ['§7.1', 'title'], asks: ['W19', 'why should be filed', 'ProceedingOpened'] },
      reconsideration: { title: ['§7.1', 'title'], asks: ['W17', 'request', 'ProceedingOpened'] },
    },
  },
}
/** What a form asks for and no paper says, because nobody can enter it yet, or because it stands as a field without a sentence. */
const NOT_SAID: Readonly<Record<string, string>> = {
  '§7.1 issuing body': 'the field alone',
  '§7.1 attachment list': 'W07',
  '§7.1 signature block': 'the fields alone',
  '§7.1 copies': 'W07',
  'W07 addressee': '§7.1',
  'W07 already imposed penalties': 'no event records a penalty (found A3)',
  'W07 receipt stub': 'the receipt is a paper of its own',
  'W08 number': 'W07',
  'W08 addressee': '§7.1',
  'W08 rank, management authority': 'nobody enters them',
  'W08 material list': 'W07',
  'W09 receiver id': 'nobody enters it',
  'W10 original/copy': 'nobody enters it',
  'W10 copies': 'nobody enters them',
  'W10 pages': 'nobody enters them',
  'W10 remarks': 'nobody enters them',
  'W11 seq': 'W10',
  'W11 unit': 'stands beside the quantity',
  'W11 remarks': 'nobody enters them',
  'W11 holder, officers, witness': 'nobody enters them',
  'W19 case': 'W17',
  'W19 course': 'W17',
  'W19 PSB decisions': 'W17',
  'W19 attachments': 'nobody enters them',
  'W17 number': 'the field alone',
  'W21 3-day check': 'the worklist keeps it (CL25)',
  'W17 attachments': 'nobody enters them',
}

type Recipient = 'police' | 'commission' | 'procuratorate'
const CHARGE = '«charge»'
const file = (n: number) => ({
  itemId: `«file${n}.itemId»`,
  blobId: `«file${n}.blobId»`,
  name: `«file${n}.name»`,
  size: 7_000 + n,
  sha256: `«file${n}.sha256»`,
  sm3: `«file${n}.sm3»`,
  folder: `«file${n}.folder»`,
  kind: `«file${n}.kind»`,
  source: `«file${n}.source»`,
  collectedBy: `«file${n}.collectedBy»`,
  collectedOn: `2021-01-0${n}`,
})
const unit = (of: string, kind: 'bureau' | 'police' | 'commission' | 'procuratorate') => ({
  unitId: `«${of}.unitId»`,
  kind,
  name: `«${of}.name»`,
  code: `«${of}.code»`,
})
const snapshot = (kind: Recipient): Snapshot => ({
  letterNo: '«letterNo»',
  caseNo: '«caseNo»',
  title: '«title»',
  from: unit('from', 'bureau'),
  to: unit('to', kind),
  copyTo: unit('copyTo', 'procuratorate'),
  subjects: [
    {
      subjectId: '«subjectId»',
      kind: 'person',
      name: '«subject.name»',
      idNo: '«subject.idNo»',
      employer: '«subject.employer»',
      position: '«subject.position»',
      official: 'yes',
      isPrincipal: false,
      usedOffice: true,
      companyMoney: false,
      judicialOfficer: false,
      role: 'main',
      conduct: '«subject.conduct»',
      personId: '«subject.personId»',
    },
  ],
  charges: [CHARGE],
  lines: [
    { lineId: '«lineId»', subjectId: '«subjectId»', fund: '«fund»', from: '2021-02-01', to: '2021-02-02', fen: 7_101, recoveredFen: 7_102 },
  ],
  assessments: [
    {
      subjectId: '«subjectId»',
      charge: '«assessment.charge»',
      circumstances: ['«circumstance»'],
      suggested: '«suggested»',
      confirmed: 'overridden',
      tier: '«tier»',
      note: '«note»',
    },
  ],
  amountFen: 7_103,
  conduct: '«conduct»',
  facts: '«facts»',
  law: '«law»',
  proposal: '«proposal»',
  investigation: '«investigation»',
  items: [
    {
      subjectId: '«subjectId»',
      name: '«item.name»',
      spec: '«item.spec»',
      quantity: '«item.quantity»',
      unit: '«item.unit»',
      condition: '«item.condition»',
      valueFen: 7_104,
      place: '«item.place»',
      origin: '«item.origin»',
    },
  ],
  absent: { items: '«absent.items»', expert: '«absent.expert»', other: '«absent.other»' },
  route: { rule: '«route.rule»', suggested: 'medical', citation: '«route.citation»', reason: '«route.reason»', basis: '«route.basis»' },
  files: [file(1)],
  manifest: '«manifest»',
  handlers: [{ name: '«handler.name»', phone: '«handler.phone»' }],
  approvedBy: '«approvedBy»',
  approvedAt: '2021-03-01T00:00:00.000Z',
})
const stamp = (n: number): Stamp => ({
  at: `2021-04-0${n}T00:00:00.000Z`,
  recordedAt: `2021-05-0${n}T00:00:00.000Z`,
  by: { personId: `«by${n}.personId»`, unitId: `«by${n}.unitId»`, post: 'intake' },
  seq: 900 + n,
  onPaper: { actedBy: `«paper${n}.actedBy»`, paperNo: `«paper${n}.paperNo»`, blobDigest: `«paper${n}.blobDigest»` },
})
const receipt = (n: number) => ({
  ...stamp(n),
  receiptNo: `«receipt${n}.receiptNo»`,
  fileCount: 7_200 + n,
  remarks: `«receipt${n}.remarks»`,
  unitId: `«receipt${n}.unitId»`,
})
const track = (kind: Recipient): SentTrack => ({
  trackId: '«trackId»',
  plan: {
    trackId: '',
    to: unit('plan', kind),
    copyTo: null,
    subjectIds: [],
    charges: [],
    itemIds: [],
    facts: '',
    law: '',
    route: snapshot(kind).route,
  },
  to: unit('to', kind),
  copyTo: null,
  disputes: [],
  seq: 999,
  phase: 'received',
  sent: stamp(1),
  snapshot: snapshot(kind),
  legs: [{ from: unit('leg', kind), receipt: receipt(2), passedOn: { ...stamp(3), reason: '«leg.reason»' } }],
  supplements: [{ ...stamp(4), files: [file(2)], note: '«supplement.note»', asked: true }],
  receipt: receipt(5),
  handlerId: '«handlerId»',
  examined: null,
  proceedings: [],
  prepared: null,
  reports: [],
})

const decision: Decided = {
  ...stamp(6),
  decisionNo: '«decisionNo»',
  decidedOn: '2021-07-01',
  charge: '«decision.charge»',
  reasons: '«decision.reasons»',
  document: file(8),
  outcome: 'not-filed',
  signedFor: stamp(7),
  alarmedAt: null,
}
const opened: Opened = {
  ...stamp(8),
  kind: 'reconsideration',
  stage: 'T20',
  about: 906,
  prepared: 907,
  to: unit('opened.to', 'police'),
  no: '«opened.no»',
  on: '',
  time: '«opened.time»',
  place: '«opened.place»',
  text: '«opened.text»',
  things: [],
  document: null,
  answered: null,
  answer: null,
}

const handedOver: Opened = {
  ...opened,
  kind: 'hand-over',
  stage: 'T29',
  on: '2021-08-01',
  things: [{ is: 'item', ref: '0', name: '«thing.name»', quantity: '«thing.quantity»', keptAt: '«thing.keptAt»' }],
}

/** Each paper from the canaries; the receipt is the second body's. */
function drawn(words: PaperWords): Record<PaperId, string[]> {
  const [letter, clue, duty] = [track('police'), track('commission'), track('procuratorate')]
  const one = letter.phase === 'received' ? letter.receipt : null
  if (!one) throw new Error('the track above was received')
  const papers = {
    report: PAPERS.report({ snapshot: letter.snapshot, day: '2021-06-01' }, words),
    letter: PAPERS.letter({ snapshot: letter.snapshot, day: '2021-06-01' }, words),
    'clue-letter': PAPERS['clue-letter']({ snapshot: clue.snapshot, day: '2021-06-01' }, words),
    'duty-letter': PAPERS['duty-letter']({ snapshot: duty.snapshot, day: '2017-06-01' }, words),
    'duty-clue-letter': PAPERS['duty-clue-letter']({ snapshot: duty.snapshot, day: '2021-06-01' }, words),
    receipt: PAPERS.receipt(
      { snapshot: letter.snapshot, receipt: one, body: letter.to, before: letter.legs[0], signedBy: '«signedBy»' },
      words,
    ),
    'file-list': PAPERS['file-list']({ track: letter }, words),
    reconsideration: PAPERS.reconsideration({ snapshot: letter.snapshot, opened, decision }, words),
    supervision: PAPERS.supervision(
      { snapshot: letter.snapshot, opened: { ...opened, kind: 'supervision', stage: 'T21' }, decision },
      words,
    ),
    'hand-over': PAPERS['hand-over']({ snapshot: letter.snapshot, opened: handedOver, giver: '«giver»', taker: '«taker»' }, words),
  }
  return Object.fromEntries(Object.entries(papers).map(([id, paper]) => [id, textsIn(paper)])) as Record<PaperId, string[]> // the same keys
}
/** Every text of a paper but the names of its fields. */
const NAMES = new Set(['is', 'id', 'name', 'as', 'size'])
function textsIn(node: unknown, key = ''): string[] {
  if (typeof node === 'string') return NAMES.has(key) ? [] : [node]
  if (typeof node !== 'object' || node === null) return []
  // Cells are named by their columns, so none of their keys is a name of a field.
  return Object.entries(node).flatMap(([name, child]) => textsIn(child, key === 'cells' ? '' : name))
}

describe('each field stands where it should', () => {
  const LETTERS = 'letter clue-letter duty-letter duty-clue-letter'
  const BOTH = `report ${LETTERS}`
  const LIST = 'file-list'
  const REQUEST = 'reconsideration supervision'
  /** Canary, as the papers write it out: the papers on which it stands. What stands on none of them has its reason. */
  const WHERE: Readonly<Record<string, string>> = {
    '«letterNo»': `${BOTH} receipt file-list`,
    '«caseNo»': 'report', // the bureau's own number; a letter goes by its own
    '«title»': `${LETTERS} receipt reconsideration supervision hand-over`,
    '«from.name»': `${BOTH} receipt reconsideration supervision hand-over`,
    '«to.name»': `${LETTERS} receipt reconsideration supervision`,
    '«copyTo.name»': LETTERS,
    '«subject.name»': BOTH,
    '«subject.idNo»': BOTH,
    '«subject.employer»': BOTH,
    '«subject.position»': BOTH,
    '«subject.conduct»': 'report',
    '«charge»': '', // of the track, where a person has none of their own: below
    '«assessment.charge»': BOTH,
    '«circumstance»': 'report',
    '«suggested»': '', // what was found is said, not what the tables suggested
    '«tier»': 'report',
    '«note»': 'report',
    '«fund»': 'report',
    '71.01': BOTH, // the person's sum, or their line's
    '71.02': 'report', // recovered
    '71.03': BOTH, // the track's sum
    柒拾壹元零叁分: BOTH,
    '«conduct»': 'report', // of the case: the letter has the report's facts
    '«facts»': BOTH,
    '«law»': BOTH,
    '«proposal»': 'report',
    '«investigation»': 'report', // found A1
    '«item.name»': LIST,
    '«item.spec»': LIST,
    '«item.quantity»': LIST,
    '«item.unit»': LIST,
    '«item.condition»': LIST,
    '71.04': LIST,
    '«item.place»': LIST,
    '«item.origin»': LIST,
    '«absent.items»': '', // there are items
    '«absent.expert»': LETTERS,
    '«absent.other»': LETTERS,
    '«route.rule»': '',
    '«route.citation»': '', // of the suggestion; the body was chosen against it
    '«route.basis»': 'clue-letter duty-letter duty-clue-letter', // found A2
    '«route.reason»': LETTERS, // found A2
    '«file1.name»': 'report file-list',
    '«file1.folder»': 'report file-list',
    '«file1.source»': 'report file-list',
    '«file1.collectedBy»': LIST,
    '2021-01-01': LIST,
    '«file1.kind»': 'report',
    '«file1.sha256»': LIST,
    '«file1.sm3»': LIST,
    '«file2.name»': LIST,
    '«file2.sm3»': LIST,
    '14 KB': LIST, // 7,001 + 7,002 bytes
    '«manifest»': `${LETTERS} receipt file-list`,
    '«handler.name»': BOTH,
    '«handler.phone»': LETTERS,
    '«approvedBy»': '', // within the house
    '2021年3月1日': '',
    '2021年6月1日': 'report letter clue-letter duty-clue-letter',
    '2017年6月1日': 'duty-letter',
    '«receipt5.receiptNo»': 'receipt',
    '7,205 件': 'receipt',
    '«receipt5.remarks»': 'receipt',
    '2021年4月5日8时00分': 'receipt',
    '«paper5.actedBy»': 'receipt',
    '«paper5.paperNo»': 'receipt',
    '«signedBy»': '', // who signed the paper, not who recorded it
    '«leg.name»': 'receipt',
    '2021年4月3日8时00分': 'receipt',
    '«leg.reason»': '',
    '«receipt2.receiptNo»': '', // on the first body's own
    '2021年4月4日 补充移送': LIST,
    '«decisionNo»': REQUEST,
    '2021年7月1日': REQUEST,
    '2021年4月7日': REQUEST, // signed for
    '«decision.reasons»': '', // the body has its own words
    '«opened.no»': `${REQUEST} hand-over`,
    '«opened.to.name»': `${REQUEST} hand-over`,
    '«opened.text»': `${REQUEST} hand-over`,
    '«opened.place»': 'hand-over',
    '«opened.time»': 'hand-over',
    '«thing.name»': 'hand-over',
    '«thing.quantity»': 'hand-over',
    '«thing.keptAt»': 'hand-over',
    '«giver»': 'hand-over',
    '«taker»': '', // the body has not signed yet
    '2021年8月1日': 'hand-over',
    '2021年4月8日': `${REQUEST} hand-over`,
    '«supplement.note»': '', // read on the page of the track
  }
  const papers = Object.entries(drawn(PAPER_WORDS)).map(([id, texts]) => [id, texts.join('\n')] as const)
  it.each(Object.entries(WHERE))('%s: %s', (canary, on) =>
    expect(
      papers
        .filter(([, said]) => said.includes(canary))
        .map(([id]) => id)
        .join(' '),
    ).toBe(on),
  )
  it('names every canary there is, but ids and codes', () => {
    const all = [...new Set(canariesIn(track('police')))].filter(
      (text) => !/(Id|\.code|Digest|file2\.\w+|receipt2\.\w+|paper[1-4]\.\w+)»$/.test(text),
    )
    expect(all.filter((text) => WHERE[text] === undefined && !text.startsWith('«plan'))).toEqual([])
  })
  it('says the charges of the track where a person has none of their own', () => {
    const without = { ...snapshot('police'), assessments: [] }
    expect(textsIn(PAPERS.letter({ snapshot: without, day: '2021-06-01' }, PAPER_WORDS))).toContain(CHARGE)
  })
})

describe('nothing is said without ground', () => {
  const papers = drawn(traced(PAPER_WORDS, '') as PaperWords) // the same shape, leaf by leaf
  const grounds = new Map(leavesOf(GROUNDS, ''))

  it.each(Object.entries(papers))('on the %s every text is a field, a sentence with its ground, or a word of law', (_id, texts) => {
    expect(texts.length).toBeGreaterThan(10)
    expect(texts.flatMap((text) => ungrounded(text, grounds)).filter((rest) => rest !== '')).toEqual([])
  })
  it('knows a text without ground', () => {
    expect(ungrounded('没有登记行政处罚决定', grounds)).toEqual(['没有登记行政处罚决定'])
    expect(ungrounded('⟨letter.penalties⟩', grounds)).toEqual(['letter.penalties', ''])
    expect(ungrounded('⟨letter.other(1|没有登记)⟩', grounds)).toEqual(['没有登记', ''])
  })
  it('each ground is a field of its form, and each field of a form is said or its absence explained', () => {
    const said = new Set([...grounds.values()].map(([form, field]) => `${form} ${field}`))
    const asked = Object.entries(HANDBOOK).flatMap(([form, fields]) => fields.map((field) => `${form} ${field}`))
    expect([...said].filter((one) => !asked.includes(one))).toEqual([])
    expect(asked.filter((one) => said.has(one) === (NOT_SAID[one] !== undefined))).toEqual([])
  })
  it('the papers are those of the handbook’s numbers', () => {
    expect(Object.values(PAPER_NOS)).toEqual(['W04', 'W07', 'W08', 'W07', 'W07', 'W09', 'W10', 'W17', 'W19', 'W21'])
    expect(Object.keys(PAPERS)).toEqual(Object.keys(PAPER_NOS))
  })
})

describe('where nothing was entered nothing is said', () => {
  const bare: Snapshot = {
    ...snapshot('commission'),
    copyTo: null,
    manifest: '',
    items: [],
    investigation: '',
    absent: { items: '', expert: '', other: '' },
    files: [],
    route: { rule: '', suggested: '', citation: '', reason: '' },
    handlers: [],
  }
  const letter = textsIn(PAPERS['clue-letter']({ snapshot: bare, day: '2021-06-01' }, PAPER_WORDS)).join('\n')
  it('no copy, no digest, no basis, no officer, no penalty (found A3)', () => expect(letter).not.toMatch(/抄送|校验值|依照|联系电话 |处罚/))
  it('a material that is not there is not listed as one that is, report included (found A1)', () =>
    expect(letter.split('\n').filter((said) => /^[1-4]\. /.test(said))).toEqual(
      MATERIALS.slice(1).map(({ zh }, i) => `${i + 1}. ${zh}：无。`),
    ))
  it('the list names neither items nor a digest', () => {
    const list = textsIn(PAPERS['file-list']({ track: { ...track('police'), snapshot: bare, supplements: [] } }, PAPER_WORDS)).join('\n')
    expect(list).not.toMatch(/涉案物品|校验值/)
  })
  it('the receipt says neither remarks, nor a way, nor a digest, nor a paper', () => {
    const signed = { ...receipt(5), remarks: '', onPaper: null }
    const said = textsIn(
      PAPERS.receipt({ snapshot: bare, receipt: signed, body: bare.to, before: undefined, signedBy: '«signedBy»' }, PAPER_WORDS),
    ).join('\n')
    expect(said).toContain('«signedBy»')
    expect(said).not.toMatch(/备注|无|转送|校验值|纸质/)
  })
})

/** ⟨letter.opening(…|…)⟩ for each sentence: its name and what it was given. */
function traced(node: unknown, path: string): unknown {
  if (typeof node === 'string') return `⟨${path}⟩`
  if (typeof node === 'function')
    return (...given: unknown[]) =>
      `⟨${path}(${given.map((one) => (typeof one === 'object' && one !== null && 'name' in one ? one.name : String(one))).join('|')})⟩`
  return Object.fromEntries(
    Object.entries(node as object).map(([key, child]) => [key, traced(child, path === '' ? key : `${path}.${key}`)]),
  ) // safe: a group is all that is left
}
function leavesOf(node: unknown, path: string): [string, readonly string[]][] {
  if (Array.isArray(node)) return [[path, node]]
  return Object.entries(node as object).flatMap(([key, child]) => leavesOf(child, path === '' ? key : `${path}.${key}`)) // safe: a group is all that is left
}
const canariesIn = (node: unknown): string[] =>
  typeof node === 'string'
    ? node.startsWith('«')
      ? [node]
      : []
    : typeof node === 'object' && node !== null
      ? Object.values(node).flatMap(canariesIn)
      : []

/** What remains of a text when sentences with a ground, fields, figures, days and words of the tables of law are taken out. */
function ungrounded(text: string, grounds: ReadonlyMap<string, readonly string[]>): string[] {
  const left: string[] = []
  const plain = (part: string): string =>
    LAW.reduce((rest, word) => rest.replaceAll(word, ''), part.replaceAll(/«[^«»]+»|\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?|\d+|\s/g, ''))
  let rest = text
  for (
    let [all, name = '', given = ''] = SENTENCE.exec(rest) ?? [];
    all !== undefined;
    [all, name = '', given = ''] = SENTENCE.exec(rest) ?? []
  ) {
    if (!grounds.has(name)) left.push(name)
    left.push(
      ...given
        .split('|')
        .map(plain)
        .filter((part) => part !== ''),
    )
    rest = rest.replace(all, '')
  }
  return [...left, plain(rest)]
}
const SENTENCE = /⟨([\w.-]+)(?:\(([^⟨⟩]*)\))?⟩/
/** Written by hand: the texts and words of the tables that the canaries meet. */
const LAW = [
  '《行政执法机关移送涉嫌犯罪案件的规定》第三条',
  '《行政执法机关移送涉嫌犯罪案件的规定》第八条',
  '《行政执法机关移送涉嫌犯罪案件的规定》第十二条',
  '《行政执法机关移送涉嫌犯罪案件的规定》第九条第二款',
  '《行政执法机关移送涉嫌犯罪案件的规定》第九条第一款',
  '《人民检察院刑事诉讼规则》第五百五十七条',
  '《公安机关办理刑事案件程序规定》第一百八十一条',
  '《行政处罚法》第二十七条',
  '高检发释字〔〕号第五条', // HJ2001, without its figures
  '高检发释字〔〕号第六条',
  ...MATERIALS.map(({ id }) => id),
  '柒拾壹元零叁分',
]
