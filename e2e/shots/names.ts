/** chenmin-cases-id-evidence-zh-CN-1366-light.png; `-fold` before the dot where only what is seen first is in it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../setup/browser.ts'

export const FOLDER = join(ROOT, 'shots')

export const LANGS = ['zh-CN', 'en'] as const
export const WIDTHS = [1366, 390] as const
export const THEMES = ['light', 'dark'] as const
export type Shot = Readonly<{ login: string; page: string; lang: string; width: number; theme: string; isFold?: boolean }>

export const pageOf = (kind: string): string => kind.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-|-$/g, '') || 'home'
export const nameOf = ({ login, page, lang, width, theme, isFold }: Shot): string =>
  `${login}-${page}-${lang}-${width}-${theme}${isFold ? '-fold' : ''}.png`

/** npm run shots -- chenmin evidence: only names that hold every word. */
const words = (process.env['SHOTS'] ?? '').split(' ').filter(Boolean)
export const isWanted = (shot: Shot): boolean => words.every((word) => nameOf(shot).includes(word))

const NAME = /^([a-z]+)-(.+)-(zh-CN|en)-(\d+)-(light|dark)\.png$/
/** What is in the folder, without the folds. */
export const shotsThere = (): Shot[] =>
  readdirSync(FOLDER).flatMap((name) => {
    const [, login, page, lang, width, theme] = NAME.exec(name) ?? []
    return login && page && lang && theme ? [{ login, page, lang, width: Number(width), theme }] : []
  })
