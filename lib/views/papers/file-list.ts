/** What goes along: material list (docs/handbook.md §7.2 W10) with both digests of every file, and the list of items (W11). */
import { folderOf } from '#lib/domain/law/dossier'
import type { Day } from '#lib/domain/result'
import type { SentFile, Snapshot } from '#lib/domain/transfer/events'
import { sentFiles, type SentTrack } from '#lib/domain/transfer/state'
import { paragraph, section, table, type Block, type Paper } from './blocks.ts'
import type { CommonWords, PaperWords } from './words.ts'

export type FileListGiven = Readonly<{ track: Pick<SentTrack, 'snapshot' | 'supplements'> }>
export type FileListWords = Readonly<{
  title: string
  no: string
  name: string
  folder: string
  source: string
  takenBy: string
  takenOn: string
  size: string
  supplement: (day: string) => string
  total: (n: number, size: string) => string
  dayOf: (day: Day) => string
  sizeOf: (bytes: number) => string
  sm3: string
  sha256: string
  giver: string
  receiver: string
  day: string
  itemsTitle: string
  item: string
  spec: string
  quantity: string
  condition: string
  value: string
  place: string
  origin: string
}>

export function fileListPaper({ track }: FileListGiven, { common, fileList: words }: PaperWords): Paper {
  const { snapshot, supplements } = track
  const all = sentFiles(track)
  const nos = new Map(all.map((file, i) => [file, i + 1]))
  const later = supplements.filter(({ files }) => files.length > 0)
  return {
    id: 'file-list',
    heading: { issuer: '', number: snapshot.letterNo, title: words.title, addressee: '' },
    parts: [
      filesTable(snapshot.files, nos, words),
      ...later.flatMap(({ at, files }) => [section('supplement', words.supplement(common.day(at))), filesTable(files, nos, words)]),
      paragraph('count', words.total(all.length, words.sizeOf(all.reduce((sum, { size }) => sum + size, 0))), false),
      ...(snapshot.manifest ? [{ is: 'digest', name: 'manifest', text: common.manifest(snapshot.manifest) } as const] : []),
      ...(snapshot.items.length > 0 ? [section('items', words.itemsTitle), itemsTable(snapshot, common, words)] : []),
      {
        is: 'by-hand',
        labels: [
          { name: 'giver', text: words.giver },
          { name: 'receiver', text: words.receiver },
          { name: 'day', text: words.day },
        ],
      },
    ],
  }
}

/** `nos`: the number of each file, counted through letter and supplements. */
function filesTable(files: readonly SentFile[], nos: ReadonlyMap<SentFile, number>, words: FileListWords): Block {
  return table({
    name: 'files',
    size: 'small',
    columns: [
      { name: 'no', head: words.no, as: 'text' },
      { name: 'name', head: words.name, as: 'name' },
      { name: 'folder', head: words.folder, as: 'text' },
      { name: 'source', head: words.source, as: 'text' },
      { name: 'takenBy', head: words.takenBy, as: 'text' },
      { name: 'takenOn', head: words.takenOn, as: 'whole' },
      { name: 'size', head: words.size, as: 'whole' },
    ],
    rows: files.map((file) => ({
      cells: {
        no: String(nos.get(file)),
        name: file.name,
        folder: folderOf(file.folder)?.zh ?? file.folder,
        source: file.source,
        takenBy: file.collectedBy,
        takenOn: words.dayOf(file.collectedOn),
        size: words.sizeOf(file.size),
      },
      digests: [
        { name: 'sm3', label: words.sm3, text: file.sm3 },
        { name: 'sha256', label: words.sha256, text: file.sha256 },
      ],
    })),
  })
}

function itemsTable({ items }: Snapshot, common: CommonWords, words: FileListWords): Block {
  return table({
    name: 'items',
    size: 'small',
    columns: [
      { name: 'no', head: words.no, as: 'text' },
      { name: 'name', head: words.item, as: 'name' },
      { name: 'spec', head: words.spec, as: 'text' },
      { name: 'quantity', head: words.quantity, as: 'text' },
      { name: 'condition', head: words.condition, as: 'text' },
      { name: 'value', head: words.value, as: 'number' },
      { name: 'place', head: words.place, as: 'text' },
      { name: 'origin', head: words.origin, as: 'text' },
    ],
    rows: items.map(({ name, spec, quantity, unit, condition, valueFen, place, origin }, i) => ({
      cells: {
        no: String(i + 1),
        name,
        spec,
        quantity: `${quantity} ${unit}`.trim(),
        condition,
        value: valueFen === null ? '' : common.fen(valueFen),
        place,
        origin,
      },
    })),
  })
}
