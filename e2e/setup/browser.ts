import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { LaunchOptions } from '@playwright/test'

export const ROOT = resolve(import.meta.dirname, '../..')
export const CACHE = join(ROOT, '.cache')
const packages = join(ROOT, 'node_modules')
const { version } = JSON.parse(readFileSync(join(packages, '@sparticuz/chromium/package.json'), 'utf8')) as { version: string } // safe: npm's own file
const unpacked = join(CACHE, `chromium-${version}`)
const fonts = join(CACHE, 'fonts.conf')
/** The second is asked for what the first has not: characters beyond the basic plane, as in the name 苏𠮷. */
const FONTS = [
  ...['400Regular', '600SemiBold', '700Bold'].map((weight) => `noto-sans-sc/${weight}`),
  ...['400Regular', '700Bold'].map((weight) => `m-plus-rounded-1c/${weight}`),
]

/** The bare server machine has no Chinese font: without this file every picture of a page is a picture of boxes. */
export const launchOptions: LaunchOptions = {
  executablePath: process.env['CHROME'] ?? join(unpacked, 'chromium'),
  // Not the package's own list: that has --single-process and --disable-web-security.
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  env: { ...process.env, FONTCONFIG_FILE: fonts, LANG: 'C.UTF-8' },
}

/** Once, before any worker: two processes that unpack at once break each other's file. */
export async function unpackBrowser(): Promise<void> {
  mkdirSync(CACHE, { recursive: true })
  const folders = FONTS.map((folder) => `<dir>${join(packages, '@expo-google-fonts', folder)}</dir>`).join('')
  const prefer = ['sans-serif', 'serif', 'monospace', 'system-ui']
    .map((name) => `<alias><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`)
    .join('')
  writeFileSync(fonts, `<fontconfig>${folders}<cachedir>${join(CACHE, 'fonts')}</cachedir>${prefer}</fontconfig>`)

  if (existsSync(unpacked)) return
  const before = process.env['TMPDIR']
  const mine = mkdtempSync(join(CACHE, 'unpacking-'))
  process.env['TMPDIR'] = mine // the package unpacks into the system's temp folder, which other projects share
  const { default: chromium } = await import('@sparticuz/chromium')
  await chromium.executablePath()
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  try {
    renameSync(mine, unpacked)
  } catch (error) {
    if (!existsSync(unpacked)) throw error
    rmSync(mine, { recursive: true }) // another run was first
  }
}
