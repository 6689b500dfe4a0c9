import { kindOf, linksOf } from './routes.ts'
import type { Person } from '../people.ts'

/** The first page of a kind that links lead this person to. */
export async function find({ context, login }: Person, kind: string): Promise<string> {
  const opened = new Map<string, number>()
  const queue = ['/work', '/cases', '/transfers']
  const known = new Set(queue)
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (kindOf(path) === kind) return path
    const nth = (opened.get(kindOf(path)) ?? 0) + 1
    if (nth > 30) continue
    opened.set(kindOf(path), nth)
    const answer = await context.request.get(path)
    if (answer.ok())
      for (const next of linksOf(await answer.text(), answer.url())) if (!known.has(next) && known.add(next)) queue.push(next)
  }
  throw new Error(`No link leads ${login} to ${kind}`)
}
