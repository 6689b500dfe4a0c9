/**
 * Zip files, written and read as streams (yazl, yauzl): one part in memory at a time, never a whole file; ZIP64 where it is
 * needed. A name in a zip is a name to look up, never a path.
 */
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import yazl from 'yazl'

/** `bytes` may fail: then the whole zip fails. `compress`: not for what is compressed already. */
export type ZipPart = Readonly<{ name: string; bytes: AsyncIterable<Uint8Array>; compress: boolean }>

/** Only a new file, for its owner alone, flushed to the disk. One part is asked for when the one before is written. */
export async function writeZip(file: string, parts: AsyncIterable<ZipPart>): Promise<void> {
  const zip = new yazl.ZipFile()
  // The published types know less than the stream is.
  const output = zip.outputStream as Readable // safe: a PassThrough
  zip.on('error', (error) => output.destroy(error))
  const written = pipeline(output, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
  written.catch(() => {}) // heard below
  try {
    for await (const { name, bytes, compress } of parts) {
      const source = Readable.from(bytes, { objectMode: false })
      zip.addReadStream(source, name, { compress })
      // A disk that is full ends the pipeline, and nobody would read this part to its end.
      await Promise.race([finished(source), written.then(() => Promise.reject(new Error('the zip ended before its parts')))])
    }
    zip.end()
  } catch (error) {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
    await written.catch(() => {})
    throw error
  }
  await written
}

export type ReadableZip = Readonly<{
  /** Every name once, in the order of the zip's own list. */
  parts: ReadonlyMap<string, Readonly<{ bytes: number; crc32: number }>>
  open: (name: string) => Promise<Readable>
  close: () => void
}>
/** `cut-off`: it begins as a zip does, and has no end. */
export type ZipFault = 'no-zip' | 'cut-off' | 'broken-list' | 'twice' | 'missing' | 'damaged'
/** What is no whole zip. `names`: of the parts with which something is wrong. */
export class BrokenZip extends Error {
  readonly fault: ZipFault
  readonly names: readonly string[]
  constructor(fault: ZipFault, names: readonly string[], cause?: unknown) {
    super(`${fault} ${names.join(', ')}`, { cause })
    this.fault = fault
    this.names = names
  }
}

export async function readZip(file: string): Promise<ReadableZip> {
  const zip = await yauzl.openPromise(file, { autoClose: false, strictFileNames: true }).catch(async (cause: unknown) => {
    throw isSystem(cause) ? cause : new BrokenZip((await beginsAsZip(file)) ? 'cut-off' : 'no-zip', [], cause)
  })
  const entries = new Map<string, yauzl.Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new BrokenZip('twice', [entry.fileName])
      entries.set(entry.fileName, entry)
    }
  } catch (cause) {
    zip.close()
    throw isSystem(cause) || cause instanceof BrokenZip ? cause : new BrokenZip('broken-list', [], cause)
  }
  return {
    parts: new Map([...entries].map(([name, { uncompressedSize: bytes, crc32 }]) => [name, { bytes, crc32 }])),
    open: async (name) => {
      const entry = entries.get(name)
      if (!entry) throw new BrokenZip('missing', [name])
      return zip.openReadStreamPromise(entry).catch((cause: unknown) => {
        throw isSystem(cause) ? cause : new BrokenZip('damaged', [name], cause)
      })
    },
    close: () => zip.close(),
  }
}
async function beginsAsZip(file: string): Promise<boolean> {
  const handle = await open(file)
  const { buffer } = await handle.read(Buffer.alloc(4)).finally(() => handle.close())
  return buffer.equals(Buffer.from('PK\x03\x04', 'latin1'))
}
const isSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error
