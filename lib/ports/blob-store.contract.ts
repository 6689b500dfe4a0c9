import { createHash, randomBytes } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, it } from 'vitest'
import { sealedContract, type Spoil } from './blob-sealed.contract.ts'
import type { BlobStore, Stored } from './blob-store.ts'

const MEBI = 2 ** 20
const ANY = { maxBytes: 2 ** 31 }
const EVER = '2999-01-01T00:00:00.000Z'
const digestsOf = (bytes: Uint8Array) => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  sm3: createHash('sm3').update(bytes).digest('hex'),
})
/** In chunks that fit no block. */
function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What every blob store promises. `open` gives an empty one, and somebody's hand in it. */
export function blobStoreContract(engine: string, open: () => Promise<Readonly<{ blobs: BlobStore; spoil: Spoil }>>): void {
  sealedContract(engine, open)
  describe(`blob store: ${engine}`, () => {
    let blobs: BlobStore
    beforeEach(async () => void ({ blobs } = await open()))
    const take = async (bytes: Uint8Array, chunk = 50_000): Promise<Stored> => {
      const outcome = await blobs.take(Readable.from(inChunks(bytes, chunk)), ANY)
      if (!outcome.ok) throw new Error(outcome.code)
      return outcome.stored
    }
    const listed = async (): Promise<string[]> => {
      const ids: string[] = []
      for await (const blobId of blobs.list()) ids.push(blobId)
      return ids
    }
    const bytesOf = async (blobId: string): Promise<Uint8Array | null> => {
      const found = await blobs.open(blobId)
      return found && new Uint8Array(await buffer(found.stream()))
    }

    it('takes both digests: GB/T 32905 and FIPS 180 say what abc is', async () => {
      expect(await take(Buffer.from('abc'))).toMatchObject({
        size: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
      })
    })

    it.each([1, MEBI - 1, MEBI, MEBI + 1, 3 * MEBI])('gives back %i bytes as they were', async (size) => {
      const bytes = randomBytes(size)
      const stored = await take(bytes)
      expect(stored).toMatchObject(digestsOf(bytes))
      expect(Buffer.from((await bytesOf(stored.blobId)) ?? []).equals(bytes)).toBe(true)
      expect(await blobs.digest(stored.blobId)).toEqual(stored)
    })

    it('takes 20 MB, and two uploads at once without mixing them', async () => {
      const [one, other] = [randomBytes(20 * MEBI + 7), randomBytes(20 * MEBI + 7)]
      const [first, second] = await Promise.all([take(one, 65_536), take(other, 1_500_000)])
      expect(first).toMatchObject(digestsOf(one))
      expect(second).toMatchObject(digestsOf(other))
      expect((await listed()).toSorted()).toEqual([first.blobId, second.blobId].toSorted())
    }, 30_000)

    it('can be read twice, and from two places', async () => {
      const bytes = randomBytes(2 * MEBI)
      const { blobId } = await take(bytes)
      const found = await blobs.open(blobId)
      const readings = await Promise.all([found, found].map((blob) => blob && buffer(blob.stream())))
      expect(readings.map((read) => read?.equals(bytes))).toEqual([true, true])
      expect(found?.size).toBe(bytes.length)
    })

    it('keeps equal bytes twice, under names that say nothing', async () => {
      const [first, second] = [await take(Buffer.from('same')), await take(Buffer.from('same'))]
      expect(first.blobId).not.toBe(second.blobId)
      expect(first.sha256).toBe(second.sha256)
      expect(first.blobId).not.toContain(first.sha256.slice(0, 8))
    })

    it('refuses more than the limit, keeps nothing, and reads the rest so that a form can finish', async () => {
      const bytes = randomBytes(3 * MEBI)
      const stream = Readable.from(inChunks(bytes, 50_000))
      const ended = new Promise((done) => stream.once('end', done))
      expect(await blobs.take(stream, { maxBytes: 2 * MEBI })).toEqual({ ok: false, code: 'too-large' })
      await ended
      expect(await listed()).toEqual([])
      expect((await blobs.take(Readable.from(inChunks(bytes, 50_000)), { maxBytes: 3 * MEBI })).ok).toBe(true)
    })

    it('refuses a file that its form has cut', async () => {
      const cut = Object.assign(Readable.from([Buffer.from('half')]), { truncated: true })
      expect(await blobs.take(cut, ANY)).toEqual({ ok: false, code: 'too-large' })
      expect(await listed()).toEqual([])
    })

    it('refuses a file without bytes', async () => {
      expect(await blobs.take(Readable.from([]), ANY)).toEqual({ ok: false, code: 'empty' })
      expect(await listed()).toEqual([])
    })

    it.each([
      ['an error', (stream: PassThrough) => stream.destroy(new Error('ECONNRESET'))],
      ['a closed connection', (stream: PassThrough) => stream.destroy()],
    ])('keeps nothing of a stream that breaks off by %s', async (_how, breakOff) => {
      const stream = new PassThrough()
      const outcome = blobs.take(stream, ANY)
      stream.write(randomBytes(MEBI + 5))
      await new Promise((done) => setImmediate(done))
      breakOff(stream)
      expect(await outcome).toEqual({ ok: false, code: 'broken-off' })
      expect(await listed()).toEqual([])
    })

    it('says null of what it does not have, whatever it is called', async () => {
      for (const blobId of ['0'.repeat(32), 'no', '', '../../etc/passwd', 'incoming'])
        expect([await blobs.open(blobId), await blobs.digest(blobId)]).toEqual([null, null])
    })

    it('sweeps what is old and known to nobody, and leaves what is new: its event may be about to come', async () => {
      const [known, unknown] = [await take(Buffer.from('known')), await take(Buffer.from('unknown'))]
      const isKept = async (blobId: string): Promise<boolean> => blobId === known.blobId
      expect(await blobs.sweep('2000-01-01T00:00:00.000Z', isKept)).toBe(0)
      expect(await listed()).toHaveLength(2)
      expect(await blobs.sweep(EVER, isKept)).toBe(1)
      expect(await listed()).toEqual([known.blobId])
      expect(await blobs.open(unknown.blobId)).toBeNull()
    })
  })
}
