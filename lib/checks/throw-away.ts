/** A copy of the tree with something added, to see what it costs and that the compiler asks for each part of it. Never in the working tree: a killed run would leave it there. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect } from 'vitest'

/** `added` stands before `at`, which is there once. */
export type Row = readonly [at: string, added: string]
export type Rows = Readonly<Record<string, readonly Row[]>>

export function throwAway(rows: Rows, more: Readonly<Record<string, string>> = {}) {
  const world = mkdtempSync(join(tmpdir(), 'throw-away-'))
  return {
    world,
    copy: (): void => {
      for (const name of ['lib', 'app', 'db', 'package.json', 'next-env.d.ts'].filter((one) => existsSync(one)))
        cpSync(name, join(world, name), { recursive: true, filter: (path) => !/\.(test|contract)\.tsx?$|lib.checks/.test(path) })
      symlinkSync(resolve('node_modules'), join(world, 'node_modules'))
      const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { compilerOptions: object } // safe: our own file
      writeFileSync(join(world, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['lib', 'app', 'db', '*.d.ts'] }))
      for (const [file, text] of Object.entries(more)) {
        mkdirSync(dirname(join(world, file)), { recursive: true })
        writeFileSync(join(world, file), text)
      }
    },
    /** The rows stand in every file but these. */
    write: (leftOut: string | null): void => {
      for (const [file, added] of Object.entries(rows)) {
        const text = readFileSync(file, 'utf8')
        const whole = added.reduce((now, [at, row]) => {
          expect(now.split(at), `${file}: ${at}`).toHaveLength(2)
          return now.replace(at, () => row + at)
        }, text)
        writeFileSync(join(world, file), file === leftOut ? text : whole)
      }
    },
    errors: (): readonly string[] => {
      const { stdout } = spawnSync(resolve('node_modules/.bin/tsc'), ['-p', '.', '--pretty', 'false'], { cwd: world, encoding: 'utf8' })
      return stdout.split('\n').filter((line) => line.includes('): error'))
    },
    /** What a script prints that asks the copy itself. */
    run: (script: string): unknown => {
      writeFileSync(join(world, 'seen.ts'), script)
      const { stdout, stderr } = spawnSync(process.execPath, ['seen.ts'], { cwd: world, encoding: 'utf8' })
      expect(stderr.replaceAll(/.*(?:ExperimentalWarning|trace-warnings).*\n?/g, '')).toBe('')
      return JSON.parse(stdout)
    },
    remove: (): void => rmSync(world, { recursive: true }),
  }
}
