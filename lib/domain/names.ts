/** Names, numbers and days as people type them. Refuses what the eye cannot see; keeps what merely looks unusual. */
import { isRealDay, type Day } from './time.ts'

export type TextFault = 'text.malformed' | 'text.bidi' | 'text.invisible' | 'text.control' | 'text.private' | 'text.marks'
export type NameFault = TextFault | 'name.empty' | 'name.too-long' | 'name.no-letter'
export type DayFault = 'day.empty' | 'day.format' | 'day.not-real'
type Parsed<T, Code> = Readonly<{ ok: true } & T> | Readonly<{ ok: false; code: Code }>

const LONGEST_NAME = 50

/**
 * NFC and trimmed. Direction marks and zero-width signs are refused, never dropped in silence. `line`, as names and titles are: no
 * sign of one machine's own font, no tower of marks. `lines`: line breaks and tabs may stay, and so may the bullets that Word pastes.
 */
export function normaliseText(text: string, shape: 'line' | 'lines' = 'line'): Parsed<{ text: string }, TextFault> {
  const clean = shape === 'lines' ? text.replace(/\r\n?/g, '\n') : text
  const controls = shape === 'lines' ? clean.replace(/[\n\t]/g, '') : clean
  if (LONE_SURROGATE.test(clean)) return { ok: false, code: 'text.malformed' }
  if (BIDI.test(clean)) return { ok: false, code: 'text.bidi' }
  if (INVISIBLE.test(clean)) return { ok: false, code: 'text.invisible' }
  if (CONTROL.test(controls)) return { ok: false, code: 'text.control' }
  const composed = clean.normalize('NFC').trim()
  if (shape === 'line' && PRIVATE.test(composed)) return { ok: false, code: 'text.private' }
  if (shape === 'line' && MARKS.test(composed)) return { ok: false, code: 'text.marks' }
  return { ok: true, text: composed }
}

/** 阿卜杜拉·买买提, 𠮷野, O’Brien Mary-Jane, 赵某. Blanks stay inside Latin names and go between Han characters (张 三). */
export function checkPersonName(typed: string): Parsed<{ name: string }, NameFault> {
  const normal = normaliseText(typed)
  if (!normal.ok) return normal
  const name = normal.text
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/ ?[•‧∙⋅・･] ?/g, '·')
  if (name === '') return { ok: false, code: 'name.empty' }
  if ([...name].length > LONGEST_NAME) return { ok: false, code: 'name.too-long' }
  return /\p{L}/u.test(name) ? { ok: true, name } : { ok: false, code: 'name.no-letter' }
}

/**
 * What a login looks like at a glance: chen.min, chenmin and Ｃhenmin are one, and so are chenmin1 and chenminl. Two people whose
 * logins look alike are not registered side by side.
 */
export const lookOf = (login: string): string =>
  login
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')

/**
 * A file name is the sender's: shown and offered for download, never used as a path. What cannot be shown safely becomes
 * `_`, so that the name still shows something was there; a long one loses its middle and keeps its ending.
 */
export function cleanFileName(given: string): Parsed<{ name: string }, 'file.name-empty'> {
  const last = given.replace(/\\/g, '/').replace(/\/+$/, '').split('/').at(-1) ?? ''
  const safe = last.replace(UNSAFE_IN_FILE_NAME, '_')
  const name = safe
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^ +|[ .]+$/g, '')
  return name === '' ? { ok: false, code: 'file.name-empty' } : { ok: true, name: shorten([...name]) }
}

/** For finding, not for showing: 青人社案[2026] 026 号, 青人社案(2026)26号 and 青人社案〔2026〕26号 are one number. */
export function normaliseNo(no: string): string {
  const plain = no.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return plain
    .replace(/[[({【〈《「『]/g, '〔')
    .replace(/[\])}】〉》」』]/g, '〕')
    .replace(/〔(\d{4})〕第?0*(\d+)号?$/, '〔$1〕$2号')
}

/** `2026-11-24`, `2026/11/24`, `2026.11.24`, `2026年11月24日`, `２０２６-１１-２４`; one digit will do for month and day. */
export function parseDay(text: string): Parsed<{ day: Day }, DayFault> {
  const typed = text.normalize('NFKC').replace(/\s/g, '')
  if (typed === '') return { ok: false, code: 'day.empty' }
  const { year, month, date } = (WRITTEN_DAY.exec(typed) ?? CHINESE_DAY.exec(typed))?.groups ?? {}
  if (!year || !month || !date) return { ok: false, code: 'day.format' }
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  // A date field half filled in says year 0026.
  return isRealDay(day) && Number(year) >= 1800 ? { ok: true, day } : { ok: false, code: 'day.not-real' }
}

const WRITTEN_DAY = /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<date>\d{1,2})$/
const CHINESE_DAY = /^(?<year>\d{4})年(?<month>\d{1,2})月(?<date>\d{1,2})[日号]$/

const LONE_SURROGATE = /\p{Surrogate}/u
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
/** Zero-width, filler, tag and annotation signs, and noncharacters; but not what gives a Mongolian letter or a picture its own form. */
const INVISIBLE =
  /(?<![\u1820-\u18AA](?=[\u180B-\u180F]))(?<!\p{Extended_Pictographic}(?=\uFE0F))\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]|\p{Noncharacter_Code_Point}/u
const PRIVATE = /\p{Co}/u
/** Four are the most that any script here stacks on one letter. */
const MARKS = /\p{M}{5}/u
const CONTROL = /[\p{Cc}\u2028\u2029]/u
const UNSAFE_IN_FILE_NAME = new RegExp([LONE_SURROGATE, BIDI, INVISIBLE, CONTROL, /[<>:"|?*]/].map((r) => r.source).join('|'), 'gu')

const LONGEST_FILE_NAME = 200
const LONGEST_ENDING = 16
function shorten(chars: readonly string[]): string {
  if (chars.length <= LONGEST_FILE_NAME) return chars.join('')
  const dot = chars.lastIndexOf('.')
  const ending = dot > 0 && chars.length - dot <= LONGEST_ENDING ? chars.slice(dot) : []
  return [...chars.slice(0, LONGEST_FILE_NAME - ending.length - 1), '…', ...ending].join('')
}
