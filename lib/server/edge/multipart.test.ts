import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readMultipart } from './multipart.ts'

const LIMITS = { files: 3, maxBytes: 1_000 }
const formOf = (...parts: [name: string, value: string | File][]): FormData => {
  const form = new FormData()
  for (const [name, value] of parts) form.append(name, value)
  return form
}
const post = (body: BodyInit, headers = {}): Request =>
  new Request('http://x.invalid/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
const file = (name: string, size = 3): File => new File(['a'.repeat(size)], name)
const readAll = async ({ bytes }: { bytes: Readable }): Promise<number> =>
  (await bytes.toArray()).reduce((sum: number, chunk: Buffer) => sum + chunk.length, 0)

describe('a form with files', () => {
  test('gives fields, lists where a name comes twice, and files by the names their sender uses', async () => {
    const form = formOf(['formKey', 'k'], ['item', 'a'], ['item', 'b'], ['document', file('不予立案通知书 〔2026〕5号.pdf')])
    expect(await readMultipart(post(form), LIMITS, readAll)).toEqual({
      fields: { formKey: 'k', item: ['a', 'b'] },
      files: [{ field: 'document', name: '不予立案通知书 〔2026〕5号.pdf', taken: 3 }],
    })
  })
  test('knows the fields before a file when the file is taken', async () => {
    const form = formOf(['formKey', 'k'], ['document', file('a')], ['late', 'x'])
    const read = await readMultipart(post(form), LIMITS, async (_file, before) => Object.keys(before))
    expect(read?.files[0]?.taken).toEqual(['formKey'])
  })
  test('an input left empty is no file', async () => {
    expect((await readMultipart(post(formOf(['document', new File([], '')])), LIMITS, readAll))?.files).toEqual([])
  })
  test('an empty file is a file', async () => {
    expect((await readMultipart(post(formOf(['document', file('a', 0)])), LIMITS, readAll))?.files).toMatchObject([{ taken: 0 }])
  })
  test('a file that is too large is cut one byte after the limit, for its reader to see', async () => {
    expect((await readMultipart(post(formOf(['document', file('a', 5_000)])), LIMITS, readAll))?.files).toMatchObject([{ taken: 1_001 }])
  })
  test('ends also where the reader stops early', async () => {
    const stop = async ({ bytes }: { bytes: Readable }): Promise<string> => {
      for await (const _chunk of bytes) break
      return 'stopped'
    }
    const form = formOf(['document', file('a', 900_000)], ['late', 'x'])
    const read = await readMultipart(post(form), { files: 1, maxBytes: 2 ** 20 }, stop)
    expect(read).toMatchObject({ fields: { late: 'x' }, files: [{ taken: 'stopped' }] })
  })
  test('passes on what goes wrong while a file is taken', async () => {
    const fail = async (): Promise<never> => {
      throw new Error('disk')
    }
    await expect(readMultipart(post(formOf(['document', file('a')])), LIMITS, fail)).rejects.toThrow('disk')
  })
})

describe('a form without measure', () => {
  const fields = (n: number, bytes: number) =>
    formOf(...Array.from({ length: n }, (_, i): [string, string] => [`f${i}`, 'a'.repeat(bytes)]))
  test('whose fields are each short enough and together too long is null', async () => {
    expect(await readMultipart(post(fields(17, 60_000)), LIMITS, readAll)).not.toBeNull()
    expect(await readMultipart(post(fields(18, 60_000)), LIMITS, readAll)).toBeNull()
  })
  test('that never ends is given up where all its parts must have ended', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      start: (body) => body.enqueue(Buffer.from(`--b\r\ncontent-disposition: form-data; name="document"; filename="a"\r\n\r\n`)),
      pull: (body) => {
        body.enqueue(new Uint8Array(65_536))
        sent += 65_536
      },
    })
    const form = post(endless, { 'content-type': 'multipart/form-data; boundary=b' })
    expect(await readMultipart(form, LIMITS, async () => null)).toBeNull()
    expect(sent).toBeLessThan(4 * 2 ** 20)
  })
})

describe('a broken form', () => {
  const BOUNDARY = { 'content-type': 'multipart/form-data; boundary=b' }
  const START = '--b\r\ncontent-disposition: form-data; name="document"; filename="a"\r\n\r\nabc'
  test('cut off in the middle is null, and the reader hears that its file broke off', async () => {
    let heard = ''
    const take = (sent: { bytes: Readable }): Promise<string> =>
      readAll(sent).then(
        () => 'whole',
        () => (heard = 'broken off'),
      )
    expect(await readMultipart(post(START, BOUNDARY), LIMITS, take)).toBeNull()
    expect(heard).toBe('broken off')
  })
  test('whose sender goes away is null', async () => {
    const body = new ReadableStream(
      { start: (c) => c.enqueue(new TextEncoder().encode(START)), pull: (c) => c.error(new Error('gone')) },
      { highWaterMark: 0 },
    )
    expect(await readMultipart(post(body, BOUNDARY), LIMITS, (sent) => readAll(sent).catch(() => 0))).toBeNull()
  })
  test.each([
    ['no form at all', 'a=1', {}],
    ['without a boundary', START, { 'content-type': 'multipart/form-data' }],
  ])('%s is null', async (_what, body, headers) => {
    expect(await readMultipart(post(body, headers), LIMITS, readAll)).toBeNull()
  })
  test('with more files than allowed is null', async () => {
    expect(await readMultipart(post(formOf(['a', file('a')], ['b', file('b')])), { files: 1, maxBytes: 10 }, readAll)).toBeNull()
  })
})
