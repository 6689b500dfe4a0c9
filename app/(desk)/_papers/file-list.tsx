/** What goes along: material list (W10) with both digests of every file, and the list of items (W11). */
import { folderOf } from '#lib/domain/law/dossier'
import type { SentFile } from '#lib/domain/transfer/events'
import type { SentTrack } from '#lib/domain/transfer/state'
import { formatDay } from '#lib/i18n/dates'
import { formatSize } from '#lib/i18n/numbers'
import { FILE_LIST, LETTER } from '#lib/i18n/papers'

export function FileList({ track: { snapshot, supplements } }: { track: SentTrack }) {
  const all = [...snapshot.files, ...supplements.flatMap(({ files }) => files)]
  const groups = [
    { key: 'letter', title: '', files: snapshot.files },
    ...supplements
      .filter(({ files }) => files.length > 0)
      .map(({ seq, at, files }) => ({ key: String(seq), title: FILE_LIST.supplement(LETTER.day(at)), files })),
  ]
  let before = 0
  return (
    <div lang="zh-CN">
      <h2 className="doc-title">{FILE_LIST.title}</h2>
      <p className="doc-no">{snapshot.letterNo}</p>
      {groups.map(({ key, title, files }) => {
        const from = before
        before += files.length
        return (
          <div key={key}>
            {title && <h3>{title}</h3>}
            <Files files={files} from={from} />
          </div>
        )
      })}
      <p className="flush">{FILE_LIST.total(all.length, formatSize(all.reduce((sum, { size }) => sum + size, 0)))}</p>
      <p className="flush digest">{LETTER.manifest(snapshot.manifest)}</p>
      {snapshot.items.length > 0 && <Items items={snapshot.items} />}
      <p className="flush by-hand">
        <span>{FILE_LIST.giver}</span>
        <span>{FILE_LIST.receiver}</span>
        <span>{FILE_LIST.day}</span>
      </p>
    </div>
  )
}

function Files({ files, from }: { files: readonly SentFile[]; from: number }) {
  const heads = [FILE_LIST.no, FILE_LIST.name, FILE_LIST.folder, FILE_LIST.source, FILE_LIST.takenBy, FILE_LIST.takenOn, FILE_LIST.size]
  return (
    <table className="small">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className="nw">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {files.map((file, i) => (
        <tbody key={file.itemId}>
          <tr>
            <td>{from + i + 1}</td>
            <th scope="row">{file.name}</th>
            <td>{folderOf(file.folder)?.zh ?? file.folder}</td>
            <td>{file.source}</td>
            <td>{file.collectedBy}</td>
            <td className="nw">{formatDay(file.collectedOn, 'zh-CN')}</td>
            <td className="nw">{formatSize(file.size)}</td>
          </tr>
          <tr>
            <td colSpan={7} className="digest">
              {FILE_LIST.sm3} {file.sm3}
              <br />
              {FILE_LIST.sha256} {file.sha256}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  )
}

function Items({ items }: Pick<SentTrack['snapshot'], 'items'>) {
  const heads = [
    FILE_LIST.no,
    FILE_LIST.item,
    FILE_LIST.spec,
    FILE_LIST.quantity,
    FILE_LIST.condition,
    FILE_LIST.value,
    FILE_LIST.place,
    FILE_LIST.origin,
  ]
  return (
    <>
      <h3>{FILE_LIST.itemsTitle}</h3>
      <table className="small">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="nw">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, i) => (
            <tr key={`${i} ${item.name}`}>
              <td>{i + 1}</td>
              <th scope="row">{item.name}</th>
              <td>{item.spec}</td>
              <td>{`${item.quantity} ${item.unit}`.trim()}</td>
              <td>{item.condition}</td>
              <td className="num">{item.valueFen === null ? '' : LETTER.fen(item.valueFen)}</td>
              <td>{item.place}</td>
              <td>{item.origin}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
