/**
 * What a file is, by its bytes (found E1). A table of signatures and no parser: the files are strangers', and to tell a package from a
 * program nothing of them need be unpacked. A name is believed only where bytes have no mark of their own: of plain text.
 */

/** ET and WPS are `xls` and `doc`: the same containers with the same streams. */
export type FileType =
  | ('pdf' | 'ofd' | 'jpeg' | 'png' | 'webp' | 'tiff' | 'doc' | 'docx' | 'xls' | 'xlsx' | 'csv' | 'txt')
  | ('mp3' | 'wav' | 'm4a' | 'mp4' | 'avi' | 'mov' | 'zip' | 'rar' | '7z' | 'eml')
/** `other`: none that goes into an ordinary folder. */
export type FileContent = FileType | 'other'

/** What a decision or the scan of a paper may be: what can be read as the paper that it shows. */
export const PAPER_TYPES: readonly FileContent[] = ['pdf', 'ofd', 'jpeg', 'png', 'tiff', 'webp']

/** `mask`: only these bits of a byte count. */
type Part = Readonly<{ at: number; bytes: readonly number[]; mask?: readonly number[] }>
type Head = Readonly<{ is: FileType | Container; parts: readonly Part[] }>
export type Container = 'zip' | 'cfb'
export type Entry = Readonly<{ is: FileType; bytes: readonly number[] }> &
  (Readonly<{ after: Readonly<{ signature: readonly number[]; distance: number }> }> | Readonly<{ every: number }>)

const latin = (text: string): readonly number[] => [...text].map((sign) => sign.charCodeAt(0))
const at = (offset: number, text: string): Part => ({ at: offset, bytes: latin(text) })
const brand = (is: FileType, ...brands: string[]): Head[] => brands.map((name) => ({ is, parts: [at(4, `ftyp${name}`)] }))

/** Each as its format says it: RFC 8118, ISO 15948, ISO 14496-12, APPNOTE 4.3, MS-CFB 2.2, ID3v2.4, ISO 11172-3. The first that fits. */
const HEADS: readonly Head[] = [
  { is: 'pdf', parts: [at(0, '%PDF-')] }, // at the very beginning: a reader that looks further would also read a page or a script before it
  { is: 'jpeg', parts: [at(0, '\xff\xd8\xff')] },
  { is: 'png', parts: [at(0, '\x89PNG\r\n\x1a\n')] },
  { is: 'webp', parts: [at(0, 'RIFF'), at(8, 'WEBP')] },
  { is: 'wav', parts: [at(0, 'RIFF'), at(8, 'WAVE')] },
  { is: 'avi', parts: [at(0, 'RIFF'), at(8, 'AVI ')] },
  { is: 'tiff', parts: [at(0, 'II*\0')] },
  { is: 'tiff', parts: [at(0, 'MM\0*')] },
  { is: 'cfb', parts: [at(0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')] },
  { is: 'zip', parts: [at(0, 'PK\x03\x04')] },
  { is: 'zip', parts: [at(0, 'PK\x05\x06')] },
  { is: 'rar', parts: [at(0, 'Rar!\x1a\x07')] },
  { is: '7z', parts: [at(0, '7z\xbc\xaf\x27\x1c')] },
  ...brand('m4a', 'M4A ', 'M4B '),
  ...brand('mov', 'qt  '),
  ...brand('mp4', 'isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'M4VP', 'MSNV', 'dash', 'mmp4', 'XAVC'),
  { is: 'mov', parts: [at(4, 'moov')] },
  { is: 'mov', parts: [at(4, 'wide')] },
  { is: 'mp3', parts: [at(0, 'ID3')] },
  { is: 'mp3', parts: [{ at: 0, bytes: [0xff, 0xe2], mask: [0xff, 0xe6] }] }, // eleven bits of sync, layer III
]

/** What a container is by what stands in it, wherever that comes; else a ZIP is a ZIP, and a compound file nothing of ours. */
export const INSIDE: Readonly<Record<Container, Readonly<{ otherwise: FileContent; entries: readonly Entry[] }>>> = {
  zip: {
    otherwise: 'zip',
    // The name of a local file header, 30 bytes after its signature (APPNOTE 4.3.7).
    entries: [
      { is: 'ofd', bytes: latin('OFD.xml'), after: { signature: latin('PK\x03\x04'), distance: 30 } },
      { is: 'docx', bytes: latin('word/document.xml'), after: { signature: latin('PK\x03\x04'), distance: 30 } },
      { is: 'xlsx', bytes: latin('xl/workbook.xml'), after: { signature: latin('PK\x03\x04'), distance: 30 } },
    ],
  },
  cfb: {
    otherwise: 'other',
    // The name of a directory entry, 128 bytes each from the beginning of a sector (MS-CFB 2.6).
    entries: [
      { is: 'doc', bytes: wide('WordDocument'), every: 128 },
      { is: 'xls', bytes: wide('Workbook'), every: 128 },
      { is: 'xls', bytes: wide('Book'), every: 128 },
      { is: 'docx', bytes: wide('EncryptedPackage'), every: 128 }, // with a password: what it is within is not told
    ],
  },
}

/** Text has no mark: what its name says, unless it begins as a page, a script or a program's text does. */
const TEXT_BY_SUFFIX: Readonly<Record<string, FileType>> = { txt: 'txt', csv: 'csv', eml: 'eml' }
const NO_TEXT = /^(<[a-z!?/]|#!|@echo\b|%!|\{\\rtf)/i

export const HEAD_BYTES = 64 * 2 ** 10
/** A ZIP is read from its end: 22 bytes and a comment (APPNOTE 4.3.16). So far the end of a file is looked at. */
export const TAIL_BYTES = 2 ** 10

/** `head`, `tail`: the first and last bytes. `hasNul`: a zero byte anywhere. `inside`: the first entry of INSIDE that was found. */
export type Looked = Readonly<{ head: Uint8Array; tail: Uint8Array; size: number; hasNul: boolean; inside: FileType | null }>

export function fileContentOf({ head, tail, size, hasNul, inside }: Looked, name: string): FileContent {
  const marked = headOf(head)
  if (marked === 'zip' || marked === 'cfb') return inside ?? INSIDE[marked].otherwise
  if (marked) return endsAsZip(tail, size) ? 'other' : marked // two things at once: one to who looks at it, another to who unpacks it
  return textOf(head, hasNul, name) ?? 'other'
}

export const headOf = (head: Uint8Array): FileType | Container | null =>
  HEADS.find(({ parts }) => parts.every((part) => fits(head, part)))?.is ?? null

const fits = (head: Uint8Array, { at: from, bytes, mask }: Part): boolean =>
  bytes.every((byte, i) => {
    const found = head[from + i]
    return found !== undefined && (found & (mask?.[i] ?? 0xff)) === byte
  })

function endsAsZip(tail: Uint8Array, size: number): boolean {
  for (let i = 0; i + 22 <= tail.length; i++)
    if (fits(tail, { at: i, bytes: latin('PK\x05\x06') }) && i + 22 + (tail[i + 20] ?? 0) + 256 * (tail[i + 21] ?? 0) === tail.length)
      return size > 0
  return false
}

function textOf(head: Uint8Array, hasNul: boolean, name: string): FileType | null {
  const suffix = /\.([a-z]{3})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const type = Object.hasOwn(TEXT_BY_SUFFIX, suffix) ? TEXT_BY_SUFFIX[suffix] : undefined
  if (!type) return null
  const text = ENCODINGS.map((encoding) => decoded(head, encoding, hasNul)).find((found) => found !== null)
  if (text === undefined || text === null || CONTROLS.test(text)) return null
  return NO_TEXT.test(text.trimStart()) ? null : type
}

/** As an office's programs write it; UTF-16 only with its mark, since nothing else tells it, and only in it zero bytes are text. */
const ENCODINGS = ['utf-16le', 'utf-16be', 'utf-8', 'gb18030'] as const
const MARKS: Readonly<Record<(typeof ENCODINGS)[number], readonly number[] | null>> = {
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  'utf-8': null,
  gb18030: null,
}
function decoded(head: Uint8Array, encoding: (typeof ENCODINGS)[number], hasNul: boolean): string | null {
  const mark = MARKS[encoding]
  if (mark ? !mark.every((byte, i) => head[i] === byte) : hasNul) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true }) // the head may end within a character
  } catch {
    return null
  }
}
/** What no text holds: C0 but for tab, line ends, page and escape (ISO 2022). */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/

function wide(text: string): readonly number[] {
  return [...latin(text).flatMap((byte) => [byte, 0]), 0, 0]
}
