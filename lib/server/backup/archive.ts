/** What a backup file is: one zip of tables as JSON lines, stored files, secrets, and a manifest that names each part with its digest. */
import { z } from 'zod'

export const MANIFEST = 'manifest.json'
export const SECRETS = 'secrets.json'
export const tablePart = (table: string): string => `tables/${table}.jsonl`
export const blobPart = (blobId: string): string => `blobs/${blobId}`

const count = z.int().min(0)
const Part = z.strictObject({ name: z.string(), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export const Manifest = z.strictObject({
  format: z.literal('xianjie-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgres']),
  migrations: count,
  rows: z.record(z.string().regex(/^[a-z_]+$/), count),
  parts: z.array(Part),
})
export type Manifest = z.infer<typeof Manifest>
export type Part = z.infer<typeof Part>

/** What a part is by its name; null for one that we never wrote. */
export function kindOf(name: string): Readonly<{ is: 'secrets' } | { is: 'table'; table: string } | { is: 'blob'; blobId: string }> | null {
  if (name === SECRETS) return { is: 'secrets' }
  const table = /^tables\/([a-z_]+)\.jsonl$/.exec(name)?.[1]
  if (table) return { is: 'table', table }
  const blobId = /^blobs\/([0-9a-f]{32})$/.exec(name)?.[1]
  return blobId ? { is: 'blob', blobId } : null
}

/** Passes bytes on and says at their end how many they were and their digest. */
export async function* measured(
  bytes: AsyncIterable<Uint8Array>,
  digest: { update: (chunk: Uint8Array) => unknown },
  said: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    digest.update(chunk)
    size += chunk.length
    yield chunk
  }
  said(size)
}
