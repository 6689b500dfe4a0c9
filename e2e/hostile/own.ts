/** A portal that no other test sees: for tests that change what the demo world holds. */
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE } from '../setup/browser.ts'
import { openPortal, type Portal } from '../setup/server.ts'
import { test as people } from '../people.ts'

export const test = people.extend<{ own: Portal }>({
  own: async ({}, use) => {
    const dataDir = join(mkdtempSync(join(process.env['E2E_RUN'] ?? CACHE, 'own-')), 'data')
    cpSync(join(process.env['E2E_RUN'] ?? '', 'seed'), dataDir, { recursive: true })
    const portal = await openPortal(dataDir)
    await use(portal)
    await portal.stop()
  },
})
