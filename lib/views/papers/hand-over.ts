/** The list by which goods and material change hands (docs/handbook.md §7.2 W21): what, where and when, and both signatures. */
import type { Opened } from '#lib/domain/transfer/state'
import type { Snapshot } from '#lib/domain/transfer/events'
import { paragraph, table, type Paper } from './blocks.ts'
import type { PaperWords } from './words.ts'

/** `giver`, `taker`: names; `taker` '' until the body has signed. */
export type HandOverGiven = Readonly<{ snapshot: Snapshot; opened: Opened; giver: string; taker: string }>
export type HandOverWords = Readonly<{
  title: string
  opening: (from: string, to: string, title: string) => string
  where: (day: string, time: string, place: string) => string
  no: string
  name: string
  quantity: string
  kept: string
  handed: string
  keptAt: (place: string) => string
  remarks: (text: string) => string
  giver: (name: string, at: string) => string
  taker: (name: string, at: string) => string
  untaken: string
}>

export function handOverPaper({ snapshot, opened, giver, taker }: HandOverGiven, { common, handOver: words }: PaperWords): Paper {
  const { no, to, on, time, place, things, text, at, answer } = opened
  return {
    id: 'hand-over',
    heading: { issuer: '', number: no, title: words.title, addressee: '' },
    parts: [
      paragraph('opening', words.opening(snapshot.from.name, to.name, snapshot.title)),
      paragraph('where', words.where(on && common.day(on), time, place)),
      table({
        name: 'things',
        size: 'small',
        columns: [
          { name: 'no', head: words.no, as: 'text' },
          { name: 'name', head: words.name, as: 'name' },
          { name: 'quantity', head: words.quantity, as: 'text' },
          { name: 'kept', head: words.kept, as: 'text' },
        ],
        rows: things.map(({ name, quantity, keptAt }, i) => ({
          cells: { no: String(i + 1), name, quantity, kept: keptAt ? words.keptAt(keptAt) : words.handed },
        })),
      }),
      ...(text ? [paragraph('remarks', words.remarks(text))] : []),
      paragraph('giver', words.giver(giver, common.minute(at))),
      paragraph('taker', answer?.outcome === 'taken' ? words.taker(taker, common.minute(answer.at)) : words.untaken),
    ],
  }
}
