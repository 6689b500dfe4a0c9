/**
 * What is sent arrives: every field of a sealed snapshot is read on the receiver's page or on one of its papers. The snapshot is walked, so a
 * new field is asked for without a word here; one that the case below leaves empty fails too, until the case fills it.
 */
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  actor,
  CHEN,
  FILLED,
  INTAKE,
  item,
  open,
  plan,
  PROCURATORATE,
  report,
  subject,
  play,
  WANG,
  ZHOU,
  type Step,
} from '#lib/domain/case/given'
import { letterTo } from '#lib/domain/law/papers'
import type { Snapshot } from '#lib/domain/transfer/events'
import { isSent } from '#lib/domain/transfer/state'
import { messagesOf } from '#lib/i18n/messages'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { PAPERS } from '#lib/views/papers/papers'
import { receiptsOf } from '#lib/views/papers/receipt'
import { sealedCase, type StandingTrack } from '#lib/views/sealed-case'
import { PaperBody } from '#app/(desk)/_papers/paper.tsx'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'
import { Contact } from './contact.tsx'
import { Files } from './files.tsx'
import { LetterCard } from './letter-card.tsx'
import { TransferFrame } from './transfer-frame.tsx'

const GOODS = {
  name: '主机',
  spec: 'A-1',
  quantity: '1',
  unit: '台',
  condition: '封存',
  valueFen: 260_000,
  place: 'C-07',
  origin: '登记保存',
}
const FULL: Partial<Parameters<typeof subject>[0]> = { idNo: '150102199003078515', conduct: '虚列待遇', personId: 'p9' }
/** An official's case for the procuratorate, against what is suggested, with a copy: every kind of field has something in it. */
const STEPS: readonly Step[] = [
  ...FILLED,
  { by: CHEN, command: { type: 'RecordSubject', subjectId: 's1', subject: subject(FULL), readSeq: 2 } },
  {
    by: CHEN,
    command: {
      type: 'RecordAmounts',
      readSeq: 3,
      lines: [{ lineId: 'l1', subjectId: 's1', fund: 'FD1', from: '2025-01-01', to: '2025-06-30', fen: 2_680_000, recoveredFen: 100 }],
      assessments: [
        { subjectId: 's1', charge: 'embezzlement', circumstances: ['C1'], suggested: 'TW-02', confirmed: 'agreed', tier: '', note: '已核' },
      ],
    },
  },
  { by: CHEN, command: { type: 'RecordItems', items: [{ ...GOODS, subjectId: 's1' }], readSeq: 0 } },
  { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'main-04') } },
  {
    by: CHEN,
    command: {
      type: 'WriteReport',
      readSeq: 0,
      report: report(
        plan({
          to: PROCURATORATE,
          copyTo: { ...PROCURATORATE, unitId: 'other', name: '丙县人民检察院' },
          charges: ['embezzlement'],
          itemIds: ['i1', 'i2'],
          route: { rule: 'RG5', suggested: 'commission', citation: '《监察法》第三十七条', reason: '正在办理关联案件', basis: '第十九条' },
        }),
      ),
    },
  },
  { by: ZHOU, command: { type: 'ConfirmReport', readSeq: 10 } },
  { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 10 } },
  { by: WANG, command: { type: 'ApproveTransfer', opinion: '同意', readSeq: 12 } },
  {
    by: CHEN,
    command: {
      type: 'SendTransfer',
      trackId: 't1',
      handlers: [{ name: '陈敏', phone: '0999-8000001' }],
      approvedBy: '王建平',
      manifest: 'ab'.repeat(32),
      damaged: [],
    },
  },
  {
    by: { ...INTAKE, unitId: PROCURATORATE.unitId },
    command: { type: 'SignReceipt', trackId: 't1', code: '乙检', damaged: [], remarks: '' },
  },
]
const state = open(play(STEPS))
const track = state.tracks['t1']
if (!track || !isSent(track) || track.phase === 'withdrawn') throw new Error('t1 was signed for')
const standing: StandingTrack = track

/** Field by field; what two fields exclude of each other (an item, and why there is none) is filled by hand. */
type Leaf = Readonly<{ path: string; value: unknown }>
const leavesOf = (node: unknown, path = ''): Leaf[] =>
  typeof node === 'object' && node !== null && Object.keys(node).length > 0
    ? Object.entries(node).flatMap(([key, child]) => leavesOf(child, path === '' ? key : `${path}.${key}`))
    : [{ path, value: node }]
const SNAPSHOT: Snapshot = {
  ...standing.snapshot,
  absent: { items: '另案', expert: '另案', other: '另案' },
  assessments: standing.snapshot.assessments.map((one) => ({ ...one, tier: '数额较大' })),
}
function withLeaf(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const entries = Object.entries(node as object).map(
    ([name, child]) => [name, name === key ? withLeaf(child, rest, value) : child] as const,
  )
  return Array.isArray(node) ? entries.map(([, child]) => child) : Object.fromEntries(entries)
}

/** Everything that the receiver reads, without its tags. */
async function readBy(snapshot: Snapshot): Promise<string> {
  const of = { ...standing, snapshot }
  const sealed = sealedCase({ ...state, tracks: { t1: of } }, of, actor('hao', 'intake', PROCURATORATE))
  const t = messagesOf('zh-CN')
  const names = {
    person: (id: string) => id,
    unit: (id: string) => id,
    of: ({ name }: { name: string }) => name,
    called: (name: string) => name,
  }
  const part: Partial<TransferPage> = {
    t,
    names,
    state: sealed,
    track: sealed.track,
    view: sealed.view,
    passedTo: sealed.passedTo,
    duties: [],
    may: () => ({ is: 'yes', by: INTAKE }),
    reader: { t, lang: 'zh-CN', trackId: 't1', person: names.person, unit: names.of, locked: [] },
    at: '/transfers/t1',
  }
  const page = { ...part, me: { lang: 'zh-CN', now: '2026-11-25T00:00:00.000Z' } } as TransferPage // safe: these parts ask for no more of it
  const day = '2026-11-24'
  const { track: shown } = sealed
  const papers = [
    PAPERS[letterTo(snapshot.to.kind, day)]({ snapshot: shown.snapshot, day }, PAPER_WORDS),
    PAPERS.report({ snapshot: shown.snapshot, day }, PAPER_WORDS),
    ...receiptsOf(shown).map((signing) => PAPERS.receipt({ ...signing, snapshot: shown.snapshot, signedBy: '郝强' }, PAPER_WORDS)),
  ]
  const children: ReactNode[] = [
    createElement(LetterCard, { key: 'letter', page }),
    createElement(Contact, { key: 'contact', page }),
    createElement('div', { key: 'files' }, await Files({ page, wantsCheck: false })),
    ...papers.map((paper) => createElement(PaperBody, { key: paper.id, paper })),
  ]
  const heading = TransferFrame({ page, children })
  return renderToStaticMarkup(heading).replaceAll(/<[^>]+>/g, '│')
}

/** Where a field holds one of a few codes that its own word stands for: another of them. Of a code of the tables of law an unknown one reads as itself. */
const OTHER_CODE: Readonly<Record<string, string>> = {
  person: 'unit',
  yes: 'disputed',
  main: 'other',
  agreed: 'overridden',
  bureau: 'agency',
  procuratorate: 'police',
}
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Another value of the same sort, and what must then be read; null where it is enough that something reads otherwise. */
function other({ path, value }: Leaf): Readonly<{ value: unknown; mark: string | null }> {
  if (typeof value === 'number') return { value: value + 770_000, mark: null }
  if (typeof value === 'boolean') return { value: !value, mark: null }
  const code = OTHER_CODE[String(value)]
  if (code !== undefined) return { value: code, mark: null }
  if (DAY.test(String(value))) return { value: '2019-03-07', mark: null }
  if (/^\d{4}-\d{2}-\d{2}T/.test(String(value))) return { value: '2019-03-07T01:02:00.000Z', mark: null }
  return { value: `‹${path}›`, mark: `‹${path}›` }
}

/** What nobody reads, each with its reason. */
const UNREAD: Readonly<Record<string, string>> = {
  'from.unitId': 'an id',
  'to.unitId': 'an id',
  'copyTo.unitId': 'an id',
  'from.code': 'the letter’s number begins with it',
  'to.code': 'a receipt’s number begins with it',
  'copyTo.code': 'a receipt’s number begins with it',
  'copyTo.kind': 'its name says what it is',
  'from.kind': 'its name says what it is',
  'subjects.*.personId': 'an id: whose account it is',
  'subjects.*.subjectId': 'an id: the name is read',
  'lines.*.lineId': 'an id',
  'lines.*.subjectId': 'an id: the name is read',
  'assessments.*.subjectId': 'an id: the name is read',
  'items.*.subjectId': 'an id: the name is read',
  'files.*.itemId': 'an id: the name is read',
  'files.*.blobId': 'an id: the digests are read',
  'assessments.*.suggested': 'what was found is read, not what the tables suggested',
  'assessments.*.confirmed': 'what was found is read, not how it came about',
  'route.rule': 'what the tables suggested; what was chosen is read, and why',
  'route.suggested': 'what the tables suggested; what was chosen is read, and why',
  'route.citation': 'the text of the suggestion; that of the body chosen is read',
  approvedBy: 'who decided stays within the bureau',
  approvedAt: 'when it was decided stays within the bureau',
}

const leaves = leavesOf(SNAPSHOT)
describe('of what is sealed, the receiver reads', () => {
  it('a case with something in every field', () =>
    expect(leaves.filter(({ value }) => value === '' || value === null || typeof value === 'object').map(({ path }) => path)).toEqual([]))
  it('every field on its page or on a paper, but those named here (found A1)', async () => {
    const plain = await readBy(SNAPSHOT)
    const unread: string[] = []
    for (const leaf of leaves) {
      const { value, mark } = other(leaf)
      const read = await readBy(withLeaf(SNAPSHOT, leaf.path.split('.'), value) as Snapshot) // safe: the same fields
      if (mark === null ? read === plain : !read.includes(mark)) unread.push(leaf.path.replaceAll(/\.\d+(?=\.|$)/g, '.*'))
    }
    expect([...new Set(unread)].toSorted()).toEqual(Object.keys(UNREAD).toSorted())
  })
})
