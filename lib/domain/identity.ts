/** Identity numbers, credit codes and mobiles: check digits and masks (docs/handbook.md §8.1, §8.2, §8.4). */
import { addMonths, isRealDay, type Day } from './time.ts'

export type IdentityFault = 'identity.length' | 'identity.check' | 'identity.date' | 'identity.future' | 'identity.age'
export type CreditFault =
  | 'credit-code.length'
  | 'credit-code.characters'
  | 'credit-code.division'
  | 'credit-code.organisation'
  | 'credit-code.check'
export type MobileFault = 'mobile.format'
type Checked<T, Code> = Readonly<{ ok: true } & T> | Readonly<{ ok: false; code: Code }>
type Person = Readonly<{ identityNo: string; bornOn: Day; sex: 'male' | 'female' }>

const OLDEST_YEARS = 130

/** GB 11643-1999. The division code may be historical, so it is not looked up. A typed x is taken as X. */
export function checkIdentityNo(typed: string, today: Day): Checked<Person, IdentityFault> {
  const identityNo = compact(typed)
  if (!/^\d{17}[\dX]$/.test(identityNo)) return { ok: false, code: 'identity.length' }
  if (identityNo[17] !== identityCheck(identityNo)) return { ok: false, code: 'identity.check' }
  const bornOn = identityNo.replace(/^.{6}(.{4})(..)(..).*$/, '$1-$2-$3')
  if (!isRealDay(bornOn)) return { ok: false, code: 'identity.date' }
  if (bornOn > today) return { ok: false, code: 'identity.future' }
  if (bornOn <= addMonths(today, -12 * (OLDEST_YEARS + 1))) return { ok: false, code: 'identity.age' }
  return { ok: true, identityNo, bornOn, sex: Number(identityNo[16]) % 2 === 1 ? 'male' : 'female' }
}

/** GB 32100-2015. An authority that we do not know is a remark, not a fault: the list of authorities is longer than ours [U]. */
export function checkCreditCode(typed: string): Checked<{ creditCode: string; remarks: readonly 'credit-code.authority'[] }, CreditFault> {
  const creditCode = compact(typed)
  if (creditCode.length !== 18) return { ok: false, code: 'credit-code.length' }
  if (![...creditCode].every((symbol) => CREDIT_SYMBOLS.includes(symbol))) return { ok: false, code: 'credit-code.characters' }
  if (!/^..\d{6}/.test(creditCode)) return { ok: false, code: 'credit-code.division' }
  if (creditCode[16] !== organisationCheck(creditCode.slice(8, 16))) return { ok: false, code: 'credit-code.organisation' }
  if (creditCode[17] !== creditCheck(creditCode)) return { ok: false, code: 'credit-code.check' }
  return { ok: true, creditCode, remarks: /^[159Y]/.test(creditCode) ? [] : ['credit-code.authority'] }
}

/** @later issue 17: the phones of imported people. */
export function checkMobile(typed: string): Checked<{ mobile: string }, MobileFault> {
  const mobile = compact(typed).replace(/^(\+|00)86/, '')
  return /^1[3-9]\d{9}$/.test(mobile) ? { ok: true, mobile } : { ok: false, code: 'mobile.format' }
}

/** `159901********001X`: the place and the end, never the birthday. */
export const maskIdentityNo = (no: string): string => mask(no, 6, 4)

/** Shorter than what would stay visible means nothing stays visible. */
const mask = (text: string, first: number, last: number): string =>
  text.length <= first + last ? '*'.repeat(text.length) : text.slice(0, first) + '*'.repeat(text.length - first - last) + text.slice(-last)

const CREDIT_SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const compact = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const weigh = (text: string, weights: readonly number[], valueOf: (symbol: string) => number): number =>
  sum(weights.map((weight, i) => weight * valueOf(text[i] ?? '0')))

const identityCheck = (no: string): string | undefined =>
  '10X98765432'[weigh(no, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], Number) % 11]
/** GB 11714: letters count A = 10 … Z = 35. */
const organisationCheck = (code: string): string | undefined =>
  '0X987654321'[weigh(code, [3, 7, 9, 10, 5, 8, 4, 2], (symbol) => parseInt(symbol, 36)) % 11]
const creditCheck = (code: string): string | undefined => {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  return CREDIT_SYMBOLS[(31 - (weigh(code, weights, (symbol) => CREDIT_SYMBOLS.indexOf(symbol)) % 31)) % 31]
}
