import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { FLOORS, isAtLeast, refuseOldPackages } from './floors.ts'

const root = mkdtempSync(join(tmpdir(), 'floors-'))
afterAll(() => rmSync(root, { recursive: true }))

it('will not start with a package below its floor, and says which', () => {
  const install = (name: string, version: string): void => {
    mkdirSync(join(root, 'node_modules', name), { recursive: true })
    writeFileSync(join(root, 'node_modules', name, 'package.json'), JSON.stringify({ version }))
  }
  for (const [name, floor] of Object.entries(FLOORS)) install(name, floor)
  expect(() => refuseOldPackages(root)).not.toThrow()
  install('next-auth', '4.24.14')
  expect(() => refuseOldPackages(root)).toThrow('next-auth 4.24.14 has known holes; 4.24.15 is needed')
})

it.each([
  ['16.4.5', true],
  ['16.10.0', true],
  ['17.0.0', true],
  ['16.4.4', false],
  ['15.9.9', false],
])('%s against 16.4.5 is %s', (version, enough) => expect(isAtLeast(version, '16.4.5')).toBe(enough))
