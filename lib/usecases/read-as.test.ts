/** What each kind of reader is given of a case, word for word: every leaf of it says where it stands, and each reader gets exactly those named here (D7, D13, growth §3). */
import { describe, expect, it } from 'vitest'
import {
  actor,
  assessment,
  CHEN,
  CHIEF,
  COMMISSION,
  DECISION,
  INTAKE,
  item,
  line,
  open,
  OTHER_POLICE,
  plan,
  POLICE,
  PROCURATORATE,
  REGISTERED,
  report,
  send,
  subject,
  play,
  WANG,
  ZHOU,
  type Step,
} from '#lib/domain/case/given'
import type { OpenCase } from '#lib/domain/case/state'
import type { Actor } from '#lib/domain/result'
import { isSent } from '#lib/domain/transfer/state'
import { memoryStore } from '#lib/ports/case-store.memory'
import { caseRow, deed, trackRow } from '#lib/ports/samples'
import { caseStatus } from '#lib/views/case-status'
import { evidenceRows } from '#lib/views/case-views'
import { sealedCase } from '#lib/views/sealed-case'
import { listCases } from './list-cases.ts'
import { readCaseAs, readContentAs, readTrackAs } from './read-case.ts'

const LEI = { personId: 'lei', unitId: OTHER_POLICE.unitId, post: 'intake' } as const
const DONG = { personId: 'dong', unitId: OTHER_POLICE.unitId, post: 'handler' } as const
const ON_PAPER = { actedBy: '某', paperNo: '某号', blobDigest: 'ab' }
const sign = (by: Step['by']): Step => ({
  by,
  command: { type: 'SignReceipt', trackId: 't1', code: '公', damaged: [], remarks: '注' },
  onPaper: ON_PAPER,
})
const goods = (subjectId: string) => ({
  subjectId,
  name: '账册',
  spec: '本',
  quantity: '1',
  unit: '册',
  condition: '完好',
  valueFen: 5,
  place: '库',
  origin: '扣押',
})
const ROUTE = { rule: 'RG5', suggested: 'commission', citation: '监察法', reason: '' }
const supply = (itemId: string): Step => ({ by: CHEN, command: { type: 'SendSupplement', trackId: 't1', itemIds: [itemId], note: '补' } })

/** Two bodies, each with its own people; the first letter was signed for, supplemented, disputed, passed on, and begins again there. */
const REVIEWED: readonly Step[] = [
  ...REGISTERED,
  { by: CHEN, command: { type: 'RecordSubject', subjectId: 's1', subject: subject({ personId: 'p1' }), readSeq: 0 } },
  { by: CHEN, command: { type: 'RecordSubject', subjectId: 's2', subject: subject(), readSeq: 0 } },
  { by: CHEN, command: { type: 'RecordAmounts', lines: [line(), line('s2')], assessments: [assessment(), assessment('s2')], readSeq: 0 } },
  { by: CHEN, command: { type: 'RecordItems', items: [goods('s1'), goods('s2')], readSeq: 0 } },
  ...[1, 2, 3, 4].map((n): Step => ({ by: CHEN, command: { type: 'AddEvidence', item: item(n) } })),
  { by: CHEN, command: { type: 'JustifyAbsence', absent: { items: '无', expert: '无', other: '无' } } },
  {
    by: CHEN,
    command: {
      type: 'WriteReport',
      readSeq: 0,
      report: report(
        plan({ facts: '一', law: '一' }),
        plan({ trackId: 't2', to: COMMISSION, copyTo: null, subjectIds: ['s2'], itemIds: ['i4'], facts: '二', law: '二', route: ROUTE }),
      ),
    },
  },
  { by: ZHOU, command: { type: 'ConfirmReport', readSeq: 11 } },
  { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 11 } },
  { by: { ...WANG, personId: 'li', post: 'reviewer' }, command: { type: 'GiveOpinion', verdict: 'agree', text: '同意', readSeq: 13 } },
]
const PASSED: readonly Step[] = [
  ...REVIEWED,
  { by: WANG, command: { type: 'ApproveTransfer', opinion: '同意', readSeq: 14 } },
  ...['t1', 't2'].map((trackId): Step => {
    const command = send(trackId)
    return { by: CHEN, command: { ...command, handlers: [{ name: '陈', phone: '1' }], manifest: 'ab' } as Step['command'] }
  }),
  sign(INTAKE),
  supply('i2'),
  { by: INTAKE, command: { type: 'DisputePaper', trackId: 't1', seq: 18, reason: '不是' } },
  { by: INTAKE, command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: PROCURATORATE, reason: '管辖' } },
]
const SIGNED: readonly Step[] = [...PASSED, sign(LEI)]
const ASKED: readonly Step[] = [
  ...SIGNED,
  { by: DONG, command: { type: 'OpenExamination', trackId: 't1' } },
  { by: DONG, command: { type: 'AskSupplement', trackId: 't1', wanted: ['流水'] } },
]
const SUPPLIED: readonly Step[] = [...ASKED, supply('i3')]
const FILED: readonly Step[] = [
  ...SUPPLIED,
  { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: { ...DECISION, reasons: '有' } } },
]
const ENDED: readonly Step[] = [
  ...FILED,
  { by: CHIEF, command: { type: 'AlarmSilence', trackId: 't1' }, at: '2026-12-24T06:20:00.000Z' },
  { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } },
]
const DECLINED: readonly Step[] = [
  ...SUPPLIED,
  { by: CHIEF, command: { type: 'DeclineFiling', trackId: 't1', decision: { ...DECISION, reasons: '无' } } },
  { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } },
]
const DRAFT: Step = { by: CHEN, command: { type: 'PrepareReconsideration', trackId: 't1', text: '异议' } }
const CONTESTED: readonly Step[] = [
  ...DECLINED,
  DRAFT,
  { by: WANG, command: { type: 'AskReconsideration', trackId: 't1', readSeq: DECLINED.length + 1 } },
]
const STORIES = {
  'passed on': PASSED,
  'signed for': SIGNED,
  'asked for more': ASKED,
  'under examination': SUPPLIED,
  returned: [...SUPPLIED, { by: LEI, command: { type: 'ReturnTransfer', trackId: 't1', reason: '不属', competent: '别处' } }],
  'not filed': DECLINED.slice(0, -1),
  'filed and signed for': ENDED,
  'not filed and contested': CONTESTED,
  'not filed and left': [...DECLINED, { by: WANG, command: { type: 'WaiveRemedy', trackId: 't1', reason: '同意' } }],
} satisfies Record<string, readonly Step[]>

/** What the policy and the order of acts hang on stays as it is; every other word and number says where it stands. */
const STAYS =
  /^caseId$|(?:^|\.)(?:phase|trackId|seq)$|^tracks\.\w+\.(?:proceedings|reports)\.\d+\.(?:kind|stage)$|^(?:tracks\.\w+\.(?:to|copyTo|legs\.\d+\.from)|bureau)\.unitId$|^bureau\.superiorId$|^basics\.division$/
type Marked = Readonly<{ state: OpenCase; marks: ReadonlyMap<string, string> }>
function marked(state: OpenCase): Marked {
  const marks = new Map<string, string>()
  const markOf = (path: string, value: unknown): unknown => {
    if (value === null || typeof value === 'boolean' || STAYS.test(path)) return value
    if (path === 'tracks.t1.handlerId') return (marks.set(path, '"dong"'), value) // who may read it hangs on it, and it stands nowhere else
    if (typeof value === 'number') return (marks.set(path, String(900_000_000 + marks.size)), 900_000_000 + marks.size - 1)
    if (typeof value === 'string') return (marks.set(path, `‹${path}›`), `‹${path}›`)
    if (Array.isArray(value)) return value.map((one, i) => markOf(`${path}.${i}`, one))
    return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, markOf(path ? `${path}.${key}` : key, one)]))
  }
  return { state: markOf('', state) as OpenCase, marks } // safe: the same keys, other words
}
const storied = (steps: readonly Step[]): Marked => marked(open(play(steps)))
const ROW = caseRow('c1', { superiorId: 'league', division: '159921' })
const NEWEST = { by: 'lastAt', descending: true } as const
async function storeOf({ state }: Marked) {
  const store = memoryStore()
  const cases = [{ ...ROW, itemCount: state.liveItems, sheet: JSON.stringify(state) }]
  await store.commit(deed('c1', { rows: { cases, tracks: [trackRow('t1', 'c1')], evidence: evidenceRows(state) } }))
  return store
}
const found = ({ marks }: Marked, answer: unknown): string[] => {
  const text = JSON.stringify(answer)
  return [...marks].flatMap(([path, mark]) => (text.includes(mark) ? [path] : []))
}
/** `*` is one step of a path, and what is named goes with all below it. */
const under = (names: readonly string[]) => {
  const patterns = names.map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}(?:\\.|$)`))
  return (path: string): boolean => patterns.some((pattern) => pattern.test(path))
}

const LETTER = [
  'letterNo',
  'caseNo',
  'title',
  'from',
  'to',
  'copyTo',
  'subjects',
  'charges',
  'lines',
  'assessments',
  'amountFen',
  'facts',
  'law',
]
const ENCLOSED = ['absent', 'route', 'manifest', 'handlers', 'files.*.folder', 'files.*.size']
const DECIDED = ['decisions']
const ofTrack = (...names: readonly string[]): readonly string[] => names.map((name) => `tracks.t1.${name}`)
/** docs/ux.md and docs/handbook.md: the body has all that was sealed for it and all that came after; one that passed it on, up to there; one that is copied, the letter and the decision, and how many files, and since when the decision is owed. */
const READ = {
  body: ofTrack('to', 'sent', 'snapshot', 'legs', 'supplements', 'disputes', 'receipt', 'examined', 'proceedings', 'returned', ...DECIDED),
  former: ofTrack('to', 'sent', 'snapshot', 'legs.0', 'supplements.0', 'disputes.0'),
  copied: ofTrack(
    'to',
    'sent',
    'proceedings.1', // the first one asked for a supplement
    'receipt.at', // the time for the decision runs from there, and it may ask why there is none (JS2019 art. 562)
    ...DECIDED,
    ...[...LETTER, ...ENCLOSED].map((name) => `snapshot.${name}`),
    ...['folder', 'size'].map((name) => `supplements.*.files.*.${name}`),
  ),
} satisfies Record<string, readonly string[]>
const RECEIVERS: readonly (readonly [string, keyof typeof READ, Actor])[] = [
  ['the intake of the body', 'body', actor('lei', 'intake', OTHER_POLICE)],
  ['the officer who has it', 'body', actor('dong', 'handler', OTHER_POLICE)],
  ['the head of the body', 'body', actor('yan', 'approver', OTHER_POLICE)],
  ['its liaison', 'body', actor('lan', 'liaison', OTHER_POLICE)],
  ['the body that passed it on', 'former', actor('hao', 'intake', POLICE)],
  ['the copied body', 'copied', actor('jian', 'supervisor', PROCURATORATE)],
]
const stories = Object.entries(STORIES).map(([name, steps]) => [name, storied(steps)] as const)

describe.each(RECEIVERS)('%s is given', (_who, kind, who) => {
  it.each(stories)('just what it may know of a case %s', async (_name, story) => {
    const read = await readTrackAs(await storeOf(story), who, 't1')
    expect(found(story, read)).toEqual([...story.marks.keys()].filter(under(READ[kind])))
    expect(read?.sealed).toMatchObject({ caseId: 'c1', view: kind })
  })
  it('nothing that a case or its track comes to hold, until that is named', () => {
    const { state } = storied(ENDED)
    expect(sealed(grown(state), who)).toEqual(sealed(state, who))
  })
})

it.each(Object.entries(READ))('all that is named for a reader of the kind %s is there in some case', (kind, names) => {
  const paths = stories.flatMap(([, { marks }]) => [...marks.keys()])
  expect(
    names.filter((name) => !paths.some(under([name]))),
    kind,
  ).toEqual([])
})
it('the first of two bodies on the way is told of the next one by its name, and of no receipt there', async () => {
  const command = { type: 'PassOn', trackId: 't1', to: { ...POLICE, unitId: 'police-3' }, copyTo: null, reason: '管辖' } as const
  const story = storied([...SIGNED, { by: LEI, command }])
  const read = await readTrackAs(await storeOf(story), actor('hao', 'intake', POLICE), 't1')
  const names = ofTrack('sent', 'snapshot', 'legs.0', 'legs.1.from', 'supplements.0', 'disputes.0')
  expect(found(story, read)).toEqual([...story.marks.keys()].filter(under(names)))
})
it('a body of another track is given nothing', async () => {
  for (const [, story] of stories) expect(await readTrackAs(await storeOf(story), actor('qu', 'intake', COMMISSION), 't1')).toBeNull()
})

/** docs/product.md §2: a superior or an overseer sees where a case stands, since when and with which bodies; no person, no amount, no word of what it is about. */
const STATUS = [
  'caseNo',
  'basics.funds',
  'registeredAt',
  'lastAt',
  'rounds.*.report.tracks.*.to.kind',
  ...['submittedAt', 'refusedAt', 'sentBack.at', 'approval.approvedAt'].map((name) => `rounds.*.review.${name}`),
  ...['bureau', 'tracks.*.to'].flatMap((unit) => ['kind', 'name', 'code'].map((name) => `${unit}.${name}`)),
  ...['sent', 'receipt', 'decisions.*', 'decisions.*.signedFor'].map((act) => `tracks.*.${act}.at`),
]
const BEFORE = {
  'sent back': [...REVIEWED, { by: WANG, command: { type: 'ReturnReport', note: '补', readSeq: 14 } }],
  'in review': REVIEWED,
  'not approved': [...REVIEWED, { by: WANG, command: { type: 'RefuseTransfer', reason: '不', readSeq: 14 } }],
} satisfies Record<string, readonly Step[]>
const everywhere = [...Object.entries(BEFORE).map(([name, steps]) => [name, storied(steps)] as const), ...stories]
const LEAGUE = { unitId: 'league', kind: 'bureau' } as const
const OVERSEERS: readonly (readonly [string, Actor])[] = [
  ['the head of the superior', actor('tao', 'approver', LEAGUE, '159900')],
  ['its liaison', actor('bai', 'liaison', LEAGUE, '159900')],
  ['the overseer of the region', actor('si', 'overseer', { unitId: 'justice', kind: 'justice' })],
]

describe.each(OVERSEERS)('%s is given', (_who, who) => {
  it.each(everywhere)('just where it stands of a case %s', async (_name, story) => {
    const read = await readCaseAs(await storeOf(story), who, 'c1')
    expect(found(story, read)).toEqual([...story.marks.keys()].filter(under(STATUS)))
    expect(read?.reads).toBe('status')
    expect(await readContentAs(await storeOf(story), who, 'c1')).toBeNull()
  })
  it('as much in a list, beside the amount', async () => {
    const { rows } = await listCases(await storeOf(storied(ENDED)), who, { filter: {}, order: NEWEST, page: { after: null, size: 9 } })
    expect(rows.map((row) => found(storied(ENDED), row))).toEqual([[...storied(ENDED).marks.keys()].filter(under(STATUS))])
    expect(rows).toMatchObject([{ title: null, items: null, amountFen: ROW.amountFen }])
    expect(JSON.stringify(rows)).not.toContain(ROW.title)
  })
  it('nothing that a case or its track comes to hold, until that is named', () => {
    const { state } = storied(ENDED)
    expect(caseStatus(grown(state))).toEqual(caseStatus(state))
  })
})
it('all that is named of a status is there in some case', () => {
  const paths = everywhere.flatMap(([, { marks }]) => [...marks.keys()])
  expect(STATUS.filter((name) => !paths.some(under([name])))).toEqual([])
})
it.each(everywhere)('its own people are given all of a case %s', async (_name, story) => {
  const read = await readCaseAs(await storeOf(story), actor('he', 'liaison'), 'c1')
  expect(found(story, read)).toEqual([...story.marks.keys()])
  expect(read?.reads).toBe('content')
})

function sealed(state: OpenCase, who: Actor) {
  const track = state.tracks['t1']
  if (!track || !isSent(track) || track.phase === 'withdrawn') throw new Error('t1 stands')
  return sealedCase(state, track, who)
}
/** The same case of a later build, which keeps one thing more in every place. */
function grown(state: OpenCase): OpenCase {
  const more = <T extends object>(one: T): T => ({ ...one, tomorrow: '明天' })
  const { bureau, basics, rounds, tracks } = state
  const grownTracks = Object.fromEntries(Object.entries(tracks).map(([trackId, track]) => [trackId, more(track)]))
  return more({
    ...state,
    bureau: more(bureau),
    basics: more(basics),
    rounds: rounds.map(({ report, opinion, review }) =>
      more({ report: report && more(report), opinion: opinion && more(opinion), review: more(review) }),
    ) as unknown as OpenCase['rounds'], // safe: as many as there were
    tracks: grownTracks,
  })
}
