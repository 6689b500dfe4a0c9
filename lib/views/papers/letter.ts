/** The transfer letter (domain.md §7.2 W07, W08): from the snapshot alone, never from later drafts (D13). */
import { chargeOf } from '#lib/domain/law/charges'
import { citationsOn, citeZh, type Citation } from '#lib/domain/law/citation'
import { filesOf, MATERIALS, type MaterialId } from '#lib/domain/law/materials'
import { ASKED, OF_CRIMES, PROMISED, type LetterId } from '#lib/domain/law/papers'
import { yuanInCapitals } from '#lib/domain/money'
import type { Day } from '#lib/domain/result'
import type { Snapshot } from '#lib/domain/transfer/events'
import { paragraph, section, table, type Block, type Field, type Paper } from './blocks.ts'
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
  letter: FormWords<'penalties' | 'handOver' | 'answer'>
  'clue-letter': FormWords<'penalties' | 'secret' | 'tell'>
}>
/** What one form says where the other says something else. `others`: in this order, under the last heading. */
type FormWords<Others extends string> = Readonly<{
  title: string
  opening: (title: string, basis: string, you: string) => string
  subjects: string
  facts: string
  others: Readonly<Record<Others, (you: string, basis: string, day: Day) => string>>
}>

/** The basis of what one of `others` says. */
const BASIS: Readonly<Partial<Record<string, readonly Citation[]>>> = { handOver: PROMISED, answer: ASKED }

export const letterOf =
  (id: LetterId) =>
  ({ snapshot, day }: LetterGiven, { common, letter: words }: PaperWords): Paper => {
    const { from, to, title, letterNo, copyTo, manifest } = snapshot
    const form: FormWords<string> = words[id]
    const you = common.you(to)
    const cited = (citations: readonly Citation[]): string => citationsOn(citations, day).map(citeZh).join(common.join)
    const basis = id === 'letter' ? cited(OF_CRIMES) : snapshot.route.citation
    return {
      id,
      heading: { issuer: from.name, number: letterNo || words.noNumber, title: form.title, addressee: common.to(to.name) },
      parts: [
        paragraph('opening', form.opening(title, basis, you)),
        section('subjects', form.subjects),
        subjects(snapshot, common, words),
        section('facts', form.facts),
        ...paragraphs('facts', snapshot.facts),
        section('law', words.law),
        ...paragraphs('law', snapshot.law),
        section('handlers', words.handlers),
        ...snapshot.handlers.map(({ name, phone }) => paragraph('handler', words.handler(name, phone))),
        section('others', words.others),
        ...Object.entries(form.others).map(([name, say], i) =>
          paragraph(name, words.other(i + 1, say(you, cited(BASIS[name] ?? []), day))),
        ),
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
      const fen = lines.filter((line) => line.subjectId === subjectId).reduce((sum, line) => sum + line.fen, 0)
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

/** 附件说明: the five materials of art. 6, each with its count or with why it is not there; then the list itself. */
function enclosures({ files, items, absent }: Snapshot, words: LetterWords): Field[] {
  const said = MATERIALS.filter(({ id }) => id !== 'letter').map((material) => {
    const n = material.is === 'items' ? items.length : filesOf(material.id, files).length
    const why = material.absentWithReason && n === 0 ? absent[material.id] : ''
    const what = words.material(material.id, n)
    return { name: material.id, text: why === '' ? what : words.none(what, why) }
  })
  return [...said, { name: 'list', text: words.list(files.length) }].map(({ name, text }, i) => ({
    name,
    text: words.enclosure(i + 1, text),
  }))
}

const paragraphs = (name: string, text: string): Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(name, line))
