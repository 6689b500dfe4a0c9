import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, it } from 'vitest'
import { type BlobStore, SMALL_BYTES, type Stored } from './blob-store.ts'

const MEBI = 2 ** 20
/** Puts other bytes in the place of a stored file; null takes it away. */
export type Spoil = (blobId: string, bytes: Uint8Array | null) => void

/** What every blob store promises whoever is to have a file: what was sealed, or nothing that could pass for it. */
export function sealedContract(engine: string, open: () => Promise<Readonly<{ blobs: BlobStore; spoil: Spoil }>>): void {
  describe(`sealed files: ${engine}`, () => {
    let blobs: BlobStore
    let spoil: Spoil
    beforeEach(async () => void ({ blobs, spoil } = await open()))
    const take = async (bytes: Uint8Array): Promise<Stored> => {
      const outcome = await blobs.take(Readable.from([bytes]), { maxBytes: 2 ** 31 })
      if (!outcome.ok) throw new Error(outcome.code)
      return outcome.stored
    }
    const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, (bytes[at] ?? 0) ^ 1)
    /** What somebody receives, and how it ends; `told`: what was found out on the way, before it broke. */
    const received = async (file: Stored) => {
      const opened = await blobs.openSealed(file)
      if (!opened.ok) return { refused: opened.is }
      const seen: string[] = []
      const bytes: Buffer[] = []
      const ends = await new Promise<string>((done) => {
        const stream = opened.stream(async (is) => void seen.push(is))
        stream.on('data', (chunk: Buffer) => bytes.push(chunk))
        stream.on('end', () => done('whole'))
        stream.on('error', () => done(`cut after ${seen.join()}`))
      })
      return { size: opened.size, ends, bytes: Buffer.concat(bytes) }
    }

    it.each([1, MEBI, SMALL_BYTES, SMALL_BYTES + 1, SMALL_BYTES + 3 * MEBI])(
      'sends %i bytes that are as sealed whole (found J6)',
      async (size) => {
        const bytes = randomBytes(size)
        const got = await received(await take(bytes))
        expect({ ...got, bytes: got.bytes?.equals(bytes) }).toEqual({ size, ends: 'whole', bytes: true })
      },
    )

    it('refuses a small file with a flipped bit before its first byte, wherever the bit is (found J6)', async () => {
      const bytes = randomBytes(SMALL_BYTES)
      const stored = await take(bytes)
      for (const at of [0, MEBI, SMALL_BYTES - 1]) {
        spoil(stored.blobId, flipped(bytes, at))
        expect(await received(stored)).toEqual({ refused: 'changed' })
      }
    })

    it.each([0, SMALL_BYTES, SMALL_BYTES + MEBI + 6])(
      'cuts a large file before its last block, after it was told, with bit %i flipped (found J6)',
      async (at) => {
        const bytes = randomBytes(SMALL_BYTES + MEBI + 7)
        const stored = await take(bytes)
        spoil(stored.blobId, flipped(bytes, at))
        const got = await received(stored)
        expect([got.size, got.ends]).toEqual([bytes.length, 'cut after changed'])
        expect(got.bytes?.length).toBe(SMALL_BYTES + MEBI)
      },
    )

    it('refuses a file that is gone, or shorter or longer than it was, however large (found J6)', async () => {
      await take(Buffer.from('another'))
      for (const size of [3, SMALL_BYTES + MEBI]) {
        const bytes = randomBytes(size)
        const stored = await take(bytes)
        for (const [is, other] of [
          ['changed', bytes.subarray(1)],
          ['changed', Buffer.concat([bytes, Buffer.from('.')])],
          ['missing', null],
        ] as const) {
          spoil(stored.blobId, other)
          expect([await received(stored), await blobs.check(stored)]).toEqual([{ refused: is }, is])
        }
      }
    })

    it('holds the scan of a paper, of which one digest is sealed, against that one (found J6)', async () => {
      const bytes = randomBytes(100)
      const { blobId, sha256 } = await take(bytes)
      expect(await blobs.check({ blobId, sha256 })).toBeNull()
      spoil(blobId, flipped(bytes, 99))
      expect(await blobs.check({ blobId, sha256 })).toBe('changed')
    })

    it('finds nothing wrong with what is put back, and stops reading where it is told to (found J6)', async () => {
      const bytes = randomBytes(3 * MEBI)
      const stored = await take(bytes)
      spoil(stored.blobId, flipped(bytes, 0))
      expect(await blobs.check(stored)).toBe('changed')
      spoil(stored.blobId, bytes)
      expect(await blobs.check(stored)).toBeNull()
      await expect(blobs.check(stored, AbortSignal.abort())).rejects.toThrow(/abort/)
    })
  })
}
