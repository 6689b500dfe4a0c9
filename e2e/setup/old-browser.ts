/** The oldest kernel we promise (docs/ux.md §4). Its package unpacks into a folder all projects share, so it is unpacked here. */
import { existsSync, createReadStream, createWriteStream, renameSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import type { LaunchOptions } from '@playwright/test'
import { CACHE, launchOptions, ROOT } from './browser.ts'

const unpacked = join(CACHE, 'chromium-92')

export const oldLaunchOptions: LaunchOptions = { ...launchOptions, executablePath: unpacked }

/** Once, before any worker. */
export async function unpackOldBrowser(): Promise<void> {
  if (existsSync(unpacked)) return
  const mine = `${unpacked}-${process.pid}`
  const packed = join(ROOT, 'node_modules/chromium-92/bin/chromium.br')
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(mine, { mode: 0o755 }))
  renameSync(mine, unpacked)
}
