/** The investigation report that goes with a letter (docs/handbook.md §7.2 W04): from the snapshot alone, in the order of the handbook's form. */
import type { Official } from '#lib/domain/case/events'
import { chargeOf } from '#lib/domain/law/charges'
import { CIRCUMSTANCES } from '#lib/domain/law/circumstances'
import { folderOf } from '#lib/domain/law/dossier'
import { evidenceKindOf } from '#lib/domain/law/evidence-kinds'
import { fundOf } from '#lib/domain/law/funds'
import { filesOf } from '#lib/domain/law/materials'
import { TIERS_OF_EMBEZZLEMENT } from '#lib/domain/law/tiers-embezzlement'
import { yuanInCapitals } from '#lib/domain/money'
import type { Day } from '#lib/domain/result'
import type { Snapshot } from '#lib/domain/transfer/events'
import { paragraph, paragraphs, section, table, type Block, type Paper } from './blocks.ts'
import type { CommonWords, PaperWords } from './words.ts'

/** `day`: of sending. */
export type ReportGiven = Readonly<{ snapshot: Snapshot; day: Day }>
type Part = 'course' | 'subjects' | 'facts' | 'amounts' | 'evidence' | 'law' | 'identity' | 'conclusion'
export type ReportWords = Readonly<{
  title: string
  /** Above each part that there is, numbered. */
  heading: (n: number, of: string) => string
  parts: Readonly<Record<Part, string>>
  caseNo: (no: string) => string
  noCourse: string
  inFiles: (n: number) => string
  name: string
  idNo: string
  employer: string
  role: string
  main: string
  conduct: string
  fund: string
  period: string
  periodOf: (from: Day, to: Day) => string
  recovered: string
  amount: string
  total: string
  no: string
  file: string
  kind: string
  folder: string
  source: string
  official: string
  officials: Readonly<Record<Official, string>>
  marks: string
  mark: Readonly<Record<Mark, string>>
  charge: string
  circumstances: string
  tier: string
  note: string
  officers: (names: string) => string
}>
type Mark = 'isPrincipal' | 'usedOffice' | 'companyMoney' | 'judicialOfficer'
const MARKS: readonly Mark[] = ['isPrincipal', 'usedOffice', 'companyMoney', 'judicialOfficer']

export function reportPaper({ snapshot, day }: ReportGiven, { common, report: words }: PaperWords): Paper {
  const { letterNo, from, caseNo, facts, law, proposal, handlers } = snapshot
  const parts: readonly (readonly [Part, readonly Block[]])[] = [
    ['course', course(snapshot, words)],
    ['subjects', [subjects(snapshot, words)]],
    ['facts', paragraphs('facts', facts)],
    ['amounts', snapshot.lines.length > 0 ? [amounts(snapshot, common, words)] : []],
    ['evidence', snapshot.files.length > 0 ? [evidence(snapshot, words)] : []],
    ['law', paragraphs('law', law)],
    ['identity', [identity(snapshot, common, words)]],
    ['conclusion', [...(snapshot.assessments.length > 0 ? [findings(snapshot, common, words)] : []), ...paragraphs('proposal', proposal)]],
  ]
  const said = parts.filter(([, blocks]) => blocks.length > 0)
  return {
    id: 'report',
    heading: { issuer: '', number: letterNo, title: words.title, addressee: '' },
    parts: [
      paragraph('caseNo', words.caseNo(caseNo), false),
      ...said.flatMap(([part, blocks], i) => [section(part, words.heading(i + 1, words.parts[part])), ...blocks]),
      paragraph('officers', words.officers(handlers.map(({ name }) => name).join(common.join))),
      { is: 'signed', body: from.name, seal: common.seal, day: common.day(day) },
    ],
  }
}

/** How it was investigated: this body's own text, else that there is none, beside a report that goes along as a file. */
function course({ conduct, investigation, files }: Snapshot, words: ReportWords): Block[] {
  const n = filesOf('report', files).length
  return [
    ...paragraphs('conduct', conduct),
    ...(investigation === '' && n === 0 ? [paragraph('noCourse', words.noCourse)] : paragraphs('investigation', investigation)),
    ...(n > 0 ? [paragraph('inFiles', words.inFiles(n))] : []),
  ]
}

const subjects = ({ subjects: all }: Snapshot, words: ReportWords): Block =>
  table({
    name: 'subjects',
    size: 'body',
    columns: [
      { name: 'name', head: words.name, as: 'name' },
      { name: 'idNo', head: words.idNo, as: 'whole' },
      { name: 'employer', head: words.employer, as: 'text' },
      { name: 'role', head: words.role, as: 'text' },
      { name: 'conduct', head: words.conduct, as: 'text' },
    ],
    rows: all.map(({ name, idNo, employer, position, role, conduct }) => ({
      cells: { name, idNo, employer: [employer, position].filter(Boolean).join(' '), role: role === 'main' ? words.main : '', conduct },
    })),
  })

const amounts = (snapshot: Snapshot, common: CommonWords, words: ReportWords): Block =>
  table({
    name: 'amounts',
    size: 'small',
    columns: [
      { name: 'name', head: words.name, as: 'name' },
      { name: 'fund', head: words.fund, as: 'text' },
      { name: 'period', head: words.period, as: 'text' },
      { name: 'recovered', head: words.recovered, as: 'number' },
      { name: 'amount', head: words.amount, as: 'number' },
    ],
    rows: snapshot.lines.map(({ subjectId, fund, from, to, fen, recoveredFen }) => ({
      cells: {
        name: nameOf(snapshot, subjectId),
        fund: fundOf(fund)?.zh ?? fund,
        period: words.periodOf(from, to),
        recovered: common.fen(recoveredFen),
        amount: common.fen(fen),
      },
    })),
    total: { name: 'total', label: words.total, text: yuanInCapitals(snapshot.amountFen) ?? '', figures: common.fen(snapshot.amountFen) },
  })

const evidence = ({ files }: Snapshot, words: ReportWords): Block =>
  table({
    name: 'evidence',
    size: 'small',
    columns: [
      { name: 'no', head: words.no, as: 'text' },
      { name: 'name', head: words.file, as: 'name' },
      { name: 'kind', head: words.kind, as: 'text' },
      { name: 'folder', head: words.folder, as: 'text' },
      { name: 'source', head: words.source, as: 'text' },
    ],
    rows: files.map(({ name, kind, folder, source }, i) => ({
      cells: { no: String(i + 1), name, kind: evidenceKindOf(kind)?.zh ?? kind, folder: folderOf(folder)?.zh ?? folder, source },
    })),
  })

/** 主体身份: what was recorded of each person, docs/handbook.md §5.3. A unit has none. */
const identity = ({ subjects: all }: Snapshot, common: CommonWords, words: ReportWords): Block =>
  table({
    name: 'identity',
    size: 'body',
    columns: [
      { name: 'name', head: words.name, as: 'name' },
      { name: 'official', head: words.official, as: 'text' },
      { name: 'marks', head: words.marks, as: 'text' },
    ],
    rows: all.map((subject) => ({
      cells: {
        name: subject.name,
        official: subject.kind === 'person' ? words.officials[subject.official] : '',
        marks: MARKS.filter((mark) => subject[mark])
          .map((mark) => words.mark[mark])
          .join(common.join),
      },
    })),
  })

/** What a person of the bureau found, never what was merely suggested (D8): the tier in its own words, or that of the suggested row where they agreed to it. */
const findings = (snapshot: Snapshot, common: CommonWords, words: ReportWords): Block =>
  table({
    name: 'findings',
    size: 'body',
    columns: [
      { name: 'name', head: words.name, as: 'name' },
      { name: 'charge', head: words.charge, as: 'text' },
      { name: 'circumstances', head: words.circumstances, as: 'text' },
      { name: 'tier', head: words.tier, as: 'text' },
      { name: 'note', head: words.note, as: 'text' },
    ],
    rows: snapshot.assessments.map(({ subjectId, charge, circumstances, suggested, confirmed, tier, note }) => ({
      cells: {
        name: nameOf(snapshot, subjectId),
        charge: chargeOf(charge)?.zh ?? charge,
        circumstances: circumstances.map((id) => CIRCUMSTANCES.find((row) => row.id === id)?.zh ?? id).join(common.join),
        tier: tier || (confirmed === 'agreed' ? (TIERS_OF_EMBEZZLEMENT.find(({ id }) => id === suggested)?.tier.zh ?? '') : ''),
        note,
      },
    })),
  })

const nameOf = ({ subjects: all }: Snapshot, subjectId: string): string => all.find((one) => one.subjectId === subjectId)?.name ?? ''
