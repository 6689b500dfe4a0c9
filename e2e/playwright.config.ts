import { defineConfig } from '@playwright/test'
import { launchOptions } from './setup/browser.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './setup/global.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000, // a walk through a whole case on two busy cores; what hangs is found by the next line
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off', // costs a third of a walk; what fails leaves its page and its tree all the same
    screenshot: 'only-on-failure',
  },
})
