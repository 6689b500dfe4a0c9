import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
const NOT_OURS = new Set(['node_modules', 'data', 'shots', 'test-results', 'playwright-report'])

/** Every file of the repository, by its path from the root; build output and hidden folders left out. */
export function filesIn(folder = '.'): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [path]
    return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path)
  })
}

export const linesOf = (path: string): string[] => readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n')
