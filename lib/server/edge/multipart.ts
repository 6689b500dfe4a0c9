/**
 * A form with files, parsed as a stream: `request.formData()` would keep every byte in memory (docs/stack.md §19). Fields come in the
 * order of the page, so the hidden ones stand before the file inputs and `take` can ask who and what before the first byte is kept.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { LONGEST_TEXT } from '#lib/schemas/limits'
import type { Values } from '../forms/forms.ts'

export type SentFile = Readonly<{ field: string; /** As the sender calls it: never a path. */ name: string; bytes: Readable }>
export type Form<T> = Readonly<{ fields: Values; files: readonly Readonly<{ field: string; name: string; taken: T }>[] }>
type Limits = Readonly<{ files: number; /** The receiver sees one byte more and so knows a file that is too large. */ maxBytes: number }>

const FIELDS = 400
/** A little more than the longest text that a schema reads, so that it is the schema that refuses it. */
const FIELD_BYTES = LONGEST_TEXT + 4
/** All fields together, as for any form without files (main.ts); they are held in memory. */
const FIELDS_BYTES = 2 ** 20
/** What stands between the parts: names, boundaries. */
const AROUND_BYTES = 2 ** 20

/**
 * Null where the form is broken or its sender went away; what `take` was reading then fails like any broken stream. A file input
 * left empty is no file. `take` need not read to the end: the rest is drained, for the form to finish.
 */
export async function readMultipart<T>(
  request: Request,
  limits: Limits,
  take: (file: SentFile, before: Values) => Promise<T>,
): Promise<Form<T> | null> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data\s*;/i.test(contentType)) return null
  const fields = new Map<string, string[]>()
  const taking: Promise<Form<T>['files'][number] | null>[] = []
  const open = new Set<Readable>()
  let isBroken = false
  let fieldBytes = 0
  const broken = () => void (isBroken = true)

  try {
    const form = new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: limits.files, fields: FIELDS, parts: FIELDS + limits.files, fieldSize: FIELD_BYTES, fileSize: limits.maxBytes + 1 },
    })
    form.on('field', (name, value) => {
      fieldBytes += Buffer.byteLength(value)
      if (fieldBytes > FIELDS_BYTES) return broken()
      fields.set(name, [...(fields.get(name) ?? []), value])
    })
    form.on('file', (field, bytes, name) => {
      open.add(bytes)
      bytes.once('close', () => open.delete(bytes))
      const job = takeOne({ field, name: name ?? '', bytes }, (file) => take(file, valuesOf(fields)))
      job.catch(() => {}) // heard below, once the form has ended
      taking.push(job)
    })
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) form.on(limit, broken)
    const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]) // safe: the DOM's and Node's stream types differ by name only
    await pipeline(body, upTo(limits.files * limits.maxBytes + FIELDS_BYTES + AROUND_BYTES), form)
  } catch (error) {
    broken()
    for (const bytes of open) bytes.destroy(error instanceof Error ? error : new Error('broken off'))
  }
  const files = (await Promise.all(taking)).filter((file) => file !== null)
  return isBroken ? null : { fields: valuesOf(fields), files }
}

/** A body with no end is given up; what it brought so far is what a cut-off one brought. */
const upTo = (most: number) =>
  async function* (body: AsyncIterable<Buffer>) {
    let read = 0
    for await (const chunk of body) {
      read += chunk.length
      if (read > most) throw new Error('longer than all its parts may be')
      yield chunk
    }
  }

async function takeOne<T>(
  { field, name, bytes }: SentFile,
  take: (file: SentFile) => Promise<T>,
): Promise<Form<T>['files'][number] | null> {
  bytes.on('error', () => {}) // whoever reads hears of it; nobody may be left to crash on it
  try {
    if (name === '') return null
    // Its reader may stop and destroy what it reads; the form's own stream must live on, or the form never ends.
    const own = Readable.from(bytes.iterator({ destroyOnReturn: false }), { objectMode: false })
    return { field, name, taken: await take({ field, name, bytes: own }) }
  } finally {
    bytes.resume()
  }
}

function valuesOf(fields: ReadonlyMap<string, readonly string[]>): Values {
  return Object.fromEntries([...fields].map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]))
}
