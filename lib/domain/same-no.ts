/** Whether a typed number is that number: brackets of any kind, blanks, full width and leading noughts do not count (docs/ux.md J5). */
import { normaliseNo } from './names.ts'

export const isSameNo = (typed: string, no: string): boolean => bare(typed) === bare(no)

const bare = (no: string): string => normaliseNo(no).replace(/[〔〕]/g, '')
