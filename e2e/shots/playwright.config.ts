import { defineConfig } from '@playwright/test'
import tests from '../playwright.config.ts'

/** npm run shots: pictures of every page; no test, so `npm test` leaves it out. */
export default defineConfig(tests, {
  testDir: '.',
  testMatch: '*.shots.ts',
  globalSetup: '../setup/global.ts',
  globalTeardown: './contact-sheets.ts',
  outputDir: '../../test-results',
  timeout: 600_000,
  use: { ...tests.use, trace: 'off', screenshot: 'off' },
})
