/** The transfer letter (docs/handbook.md §7.2 W07, W08): from the snapshot alone, never from later drafts (D13). */
import { totalFen } from '#lib/domain/case/state'
import { chargeOf } from '#lib/domain/law/charges'
import { citationsOn, citeZh, type Citation } from '#lib/domain/law/citation'
import { filesOf, MATERIALS, type MaterialId } from '#lib/domain/law/materials'
import { ASKED, OF_CRIMES, PROMISED, ANSWERED_BY_PROCURATORATE, type LetterId } from '#lib/domain/law/papers'
import { yuanInCapitals } from '#lib/domain/money'
import type { Day } from '#lib/domain/result'
import { basisOf, whyOtherwise } from '#lib/domain/transfer/basis'
import type { Snapshot } from '#lib/domain/transfer/events'
import { paragraph, paragraphs, section, table, type Block, type Field, type Paper } from './blocks.ts'
import type { CommonWords, PaperWords } from './words.ts'

/** `day`: of sending, or today where it is a preview. */
export type LetterGiven = Readonly<{ snapshot: Snapshot; day: Day }>
export type LetterWords = Readonly<{
  noNumber: string
  name: string
  idNo: string
  employer: string
  charge: string
  amount: string
  total: string
  law: string
  handlers: string
  handler: (name: string, phone: string) => string
  others: string
  other: (n: number, text: string) => string
  enclosures: string
  enclosure: (n: number, what: string) => string
  material: (id: MaterialId, n: number) => string
  none: (what: string, why: string) => string
  list: (n: number) => string
  copyTo: (body: string) => string
  issued: (day: string) => string
  /** `basis`: '' where none is named. */
  forms: Readonly<
    Record<
      LetterId,
      Readonly<{
        title: string
        opening: (we: string, title: string, basis: string, you: string) => string
        subjects: string
        facts: string
      }>
    >
  >
  /** Why this body and not the suggested one. */ why: (you: string, reason: string) => string
  requests: Readonly<Record<Request, (we: string, you: string, basis: string, day: Day) => string>>
}>
type Request = 'handOver' | 'answer' | 'secret' | 'inform'

/** Where the forms differ: by which text they transfer, and what they promise and ask for, in this order, each by its own texts. */
type Form = Readonly<{
  basis: (snapshot: Snapshot, cited: Cited, join: string) => string
  requests: readonly (readonly [Request, readonly Citation[]])[]
}>
type Cited = (citations: readonly Citation[]) => string
const FORMS: Readonly<Record<LetterId, Form>> = {
  letter: {
    basis: (_, cited) => cited(OF_CRIMES),
    requests: [
      ['handOver', PROMISED],
      ['answer', ASKED],
    ],
  },
  'clue-letter': ofDuty([]),
  'duty-letter': ofDuty(ANSWERED_BY_PROCURATORATE),
  'duty-clue-letter': ofDuty(ANSWERED_BY_PROCURATORATE),
}
/** Of an official's crime: by the text that allows this body; goods and reasons are of the police alone (arts 12 and 8). */
function ofDuty(informs: readonly Citation[]): Form {
  return {
    basis: ({ route, to }, _cited, join) => basisOf(route, to.kind).replaceAll('；', join),
    requests: [
      ['secret', []],
      ['inform', informs],
    ],
  }
}

export const letterOf =
  (id: LetterId) =>
  ({ snapshot, day }: LetterGiven, { common, letter: words }: PaperWords): Paper => {
    const { from, to, title, letterNo, copyTo, manifest } = snapshot
    const [form, said] = [FORMS[id], words.forms[id]]
    const [we, you] = [common.we(from), common.you(to)]
    const why = whyOtherwise(snapshot.route, to.kind)
    const cited: Cited = (citations) => citationsOn(citations, day).map(citeZh).join(common.join)
    const others = [
      ...(why === '' ? [] : [['why', words.why(you, why)] as const]),
      ...form.requests.map(([name, basis]) => [name, words.requests[name](we, you, cited(basis), day)] as const),
    ]
    return {
      id,
      heading: { issuer: from.name, number: letterNo || words.noNumber, title: said.title, addressee: common.to(to.name) },
      parts: [
        paragraph('opening', said.opening(we, title, form.basis(snapshot, cited, common.join), you)),
        section('subjects', said.subjects),
        subjects(snapshot, common, words),
        section('facts', said.facts),
        ...paragraphs('facts', snapshot.facts),
        section('law', words.law),
        ...paragraphs('law', snapshot.law),
        section('handlers', words.handlers),
        ...snapshot.handlers.map(({ name, phone }) => paragraph('handler', words.handler(name, phone))),
        section('others', words.others),
        ...others.flatMap(([name, text], i) => paragraphs(name, words.other(i + 1, text))),
        { is: 'enclosures', label: words.enclosures, items: enclosures(snapshot, words) },
        { is: 'signed', body: from.name, seal: common.seal, day: common.day(day) },
        {
          is: 'imprint',
          copyTo: copyTo ? words.copyTo(copyTo.name) : '',
          manifest: manifest && common.manifest(manifest),
          issuer: from.name,
          issued: words.issued(common.day(day)),
        },
      ],
    }
  }

function subjects({ subjects: all, lines, assessments, charges, amountFen }: Snapshot, common: CommonWords, words: LetterWords): Block {
  return table({
    name: 'subjects',
    size: 'body',
    columns: [
      { name: 'name', head: words.name, as: 'name' },
      { name: 'idNo', head: words.idNo, as: 'whole' },
      { name: 'employer', head: words.employer, as: 'text' },
      { name: 'charge', head: words.charge, as: 'text' },
      { name: 'amount', head: words.amount, as: 'number' },
    ],
    rows: all.map(({ subjectId, name, idNo, employer, position }) => {
      const own = assessments.filter((assessment) => assessment.subjectId === subjectId).map(({ charge }) => charge)
      const fen = totalFen(lines.filter((line) => line.subjectId === subjectId))
      return {
        cells: {
          name,
          idNo,
          employer: [employer, position].filter(Boolean).join(' '),
          charge: (own.length > 0 ? own : charges).map((charge) => chargeOf(charge)?.zh ?? charge).join(common.join),
          amount: common.fen(fen),
        },
      }
    }),
    total: { name: 'total', label: words.total, text: yuanInCapitals(amountFen) ?? '', figures: common.fen(amountFen) },
  })
}

/** 附件说明: the five materials of art. 6 but the letter itself, each with its count or that it is not there and why; then the list itself. */
function enclosures({ investigation, files, items, absent }: Snapshot, words: LetterWords): Field[] {
  const said = MATERIALS.filter(({ is }) => is !== 'letter').map(({ id, is, absentWithReason }) => {
    const written = is === 'text' && investigation !== '' ? 1 : 0 // or a file in its folder
    const n = is === 'items' ? items.length : written + filesOf(id, files).length
    return { name: id, text: n > 0 ? words.material(id, n) : words.none(words.material(id, 0), absentWithReason ? absent[id] : '') }
  })
  return [...said, { name: 'list', text: words.list(files.length) }].map(({ name, text }, i) => ({
    name,
    text: words.enclosure(i + 1, text),
  }))
}
