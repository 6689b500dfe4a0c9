import { rmSync } from 'node:fs'
import { unpackBrowser } from './browser.ts'
import { unpackOldBrowser } from './old-browser.ts'
import { seedWorld } from './server.ts'

/** Before the first worker: browser, fonts, build, demo world. Returns what clears up after the last. */
export default async function globalSetup(): Promise<() => void> {
  await unpackBrowser()
  await unpackOldBrowser()
  const run = await seedWorld()
  process.env['E2E_RUN'] = run // the workers inherit it
  return () => rmSync(run, { recursive: true, force: true })
}
