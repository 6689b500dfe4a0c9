/** The pages that there are, read from the tree of routes: /cases/:id/evidence. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../setup/browser.ts'

/** What tells one page from another of the same address; ids and other filters do not. */
const TELLING = new Set(['tab', 'act', 'then', 'kind', 'show'])

const routesIn = (folder: string, at = ''): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'page.tsx' && !folder.endsWith('_ui')) return [at || '/']
    if (!entry.isDirectory()) return []
    const segment = entry.name.startsWith('(') ? '' : `/${entry.name.replace(/^\[.*\]$/, ':id')}`
    return routesIn(join(folder, entry.name), at + segment)
  })
const dynamic = (route: string): number => route.split(':id').length - 1
export const ROUTES: readonly string[] = routesIn(join(ROOT, 'app')).sort((a, b) => dynamic(a) - dynamic(b))
const patterns = ROUTES.map((route) => [route, new RegExp(`^${route.replaceAll(':id', '[^/]+')}$`)] as const)

export const routeOf = (pathname: string): string => patterns.find(([, pattern]) => pattern.test(pathname))?.[0] ?? pathname

/** /cases/:id/evidence, /work?tab=done. */
export function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://x')
  const telling = [...searchParams].filter(([name]) => TELLING.has(name)).map(([name, value]) => `${name}=${value}`)
  return [routeOf(pathname), ...telling].join('?')
}

/** Where the links of a page lead within the portal: addresses of pages, not of files. */
export function linksOf(html: string, base: string): string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
  return hrefs.flatMap((href) => {
    const { origin, pathname, search } = new URL(href, base)
    return origin === new URL(base).origin && !pathname.startsWith('/api/') ? [pathname + search] : []
  })
}
