/** A stored file as a download: never shown in place (serve.ts sees to it by its policy), never guessed at, its name in two spellings (RFC 6266, RFC 5987). */
import { Readable } from 'node:stream'
import type { Sealed } from '#lib/domain/evidence/stored'
import { en, zh } from '#lib/i18n/evidence'
import type { BlobStore } from '#lib/ports/blob-store'
import { lockFile } from '../boot/lock-file.ts'

/**
 * 409 where the bytes are gone or not what was sealed (found J6): nothing is wrong with what was asked or with the house, it is the
 * file's own state, and trying again helps nobody. A large file is found out on its way, and its connection closed unfinished. The
 * sender's name is shown to the reader, and is no path anywhere.
 */
export async function attachment(
  blobs: BlobStore,
  { caseId, locked }: Readonly<{ caseId: string; locked: readonly string[] }>,
  file: Sealed & Readonly<{ name: string }>,
  signal: AbortSignal,
): Promise<Response> {
  const { blobId, name } = file
  if (locked.includes(blobId)) return refused()
  const opened = await blobs.openSealed(file)
  if (!opened.ok) {
    await lockFile(caseId, blobId, opened.is)
    return refused()
  }
  const bytes = opened.stream((is) => lockFile(caseId, blobId, is))
  signal.addEventListener('abort', () => bytes.destroy(), { once: true })
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    // safe: Node's and the DOM's stream types differ by name only
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(opened.size),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
    },
  })
}

/** A browser that goes there is shown a page instead (error-pages.ts). */
const refused = (): Response =>
  new Response(`${zh.evidence.lockedText}\n${en.evidence.lockedText}\n`, {
    status: 409,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

/** For programs that read only the old form: what is not plain ASCII becomes `_`. */
const plain = (name: string): string => name.replace(/[^A-Za-z0-9._ -]/g, '_')
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
