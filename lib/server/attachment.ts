/** A stored file as a download: never shown in place (serve.ts sees to it by its policy), never guessed at, its name in two spellings (RFC 6266, RFC 5987). */
import { Readable } from 'node:stream'
import type { BlobStore } from '#lib/ports/blob-store'

/** Null where the bytes are not there. The sender's name is shown to the reader, and is no path anywhere. */
export async function attachment(
  blobs: BlobStore,
  file: Readonly<{ blobId: string; name: string }>,
  signal: AbortSignal,
): Promise<Response | null> {
  const found = await blobs.open(file.blobId)
  if (!found) return null
  const bytes = found.stream()
  signal.addEventListener('abort', () => bytes.destroy(), { once: true })
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    // safe: Node's and the DOM's stream types differ by name only
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(found.size),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${plain(file.name)}"; filename*=UTF-8''${encoded(file.name)}`,
    },
  })
}

/** For programs that read only the old form: what is not plain ASCII becomes `_`. */
const plain = (name: string): string => name.replace(/[^A-Za-z0-9._ -]/g, '_')
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
