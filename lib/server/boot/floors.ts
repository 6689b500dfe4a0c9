/** Versions below which published advisories of 2025 and 2026 stand (docs/decisions.md D2). SQLite's is seen where it is opened. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartupError } from './startup-error.ts'

/** @internal */
export const FLOORS: Readonly<Record<string, string>> = {
  next: '16.4.5',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'next-auth': '4.24.15',
  'drizzle-orm': '0.45.2',
}

/** Looks at what is installed, not at what was asked for: somebody may have put a package in by hand. */
export function refuseOldPackages(root: string): void {
  for (const [name, floor] of Object.entries(FLOORS)) {
    const { version } = JSON.parse(readFileSync(manifestOf(root, name), 'utf8')) as { version: string } // safe: npm wrote it
    if (!isAtLeast(version, floor))
      throw new StartupError(
        `${name} ${version} 版本过低，有已公布的漏洞。 ${name} ${version} has known holes; ${floor} is needed: run \`npm ci\`.`,
      )
  }
}

/** Where Node finds it: here or in a folder above (the bench runs in a copy inside the clone). */
function manifestOf(folder: string, name: string): string {
  const manifest = join(folder, 'node_modules', name, 'package.json')
  return existsSync(manifest) || dirname(folder) === folder ? manifest : manifestOf(dirname(folder), name)
}

/** 16.10.0 is more than 16.4.5. @internal */
export function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => text.split('.').map(Number))
  const at = want?.findIndex((part, i) => part !== have?.[i]) ?? -1
  return at < 0 || (have?.[at] ?? 0) > (want?.[at] ?? 0)
}
