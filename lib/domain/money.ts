/** Money in fen, as safe integers (docs/handbook.md §4.1, §8.4); totals up to 10^15 − 1 fen (docs/style.md §6). */

export type Fen = number
export type MoneyFault = 'money.empty' | 'money.format' | 'money.negative' | 'money.decimals' | 'money.too-large'
export type ParsedYuan = Readonly<{ ok: true; fen: Fen }> | Readonly<{ ok: false; code: MoneyFault }>

const MAX_FEN: Fen = 999_999_999_999_999

/**
 * What a person types in a yuan field: `26800`, `26,800.50`, `２６，８００`, `¥26 800`, `26800元`, `2.68万`.
 * At most two decimals; before 万 at most four, so that it is whole yuan: who knows the fen writes them in yuan.
 */
export function parseYuan(text: string): ParsedYuan {
  const typed = halfWidth(text).trim()
  if (typed === '') return { ok: false, code: 'money.empty' }
  const { sign, whole, decimals = '', wan } = AMOUNT.exec(typed)?.groups ?? {}
  if (whole === undefined) return { ok: false, code: 'money.format' }
  if (sign) return { ok: false, code: 'money.negative' }
  if (decimals.length > (wan ? 4 : 2)) return { ok: false, code: 'money.decimals' }
  const digits = (whole.replace(/[, ]/g, '') + decimals.padEnd(wan ? 6 : 2, '0')).replace(/^0+(?=\d)/, '')
  return digits.length > String(MAX_FEN).length ? { ok: false, code: 'money.too-large' } : { ok: true, fen: Number(digits) }
}

/**
 * 大写: 10,050.30 is 壹万零伍拾元叁角 (docs/handbook.md §8.4). Ends at 元 with 整; inner zeros are one 零. The form knows no
 * negative sum and nothing above 9999 亿, for which the answer is null.
 */
export function yuanInCapitals(fen: Fen): string | null {
  const yuan = Math.floor(fen / 100)
  if (fen < 0 || yuan >= 1e12) return null
  const [jiao, fenDigit] = [Math.floor((fen % 100) / 10), fen % 10]
  if (fen === 0) return '零元整'
  const whole = yuan === 0 ? '' : `${wholeInCapitals(String(yuan))}元`
  if (jiao === 0 && fenDigit === 0) return `${whole}整`
  const gap = jiao === 0 && whole !== '' ? '零' : ''
  return whole + (jiao === 0 ? gap : `${DIGITS[jiao]}角`) + (fenDigit === 0 ? '' : `${DIGITS[fenDigit]}分`)
}

const AMOUNT =
  /^(?:¥ ?)?(?<sign>[-−])?(?:¥ ?)?(?<whole>\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(?<decimals>\d+))? ?(?<wan>万)? ?元?$/
const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

/** Full-width digits, signs and blanks as half-width. Not NFKC, which would read ② as 2. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９，．－￥]/g, (wide) => (wide === '￥' ? '¥' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0))).replace(/\s/g, ' ')

function wholeInCapitals(digits: string): string {
  let [words, zero] = ['', false]
  for (const [i, digit] of [...digits].entries()) {
    const place = digits.length - 1 - i
    if (digit === '0') zero = true
    else {
      words += `${zero && words !== '' ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[place % 4]}`
      zero = false
    }
    const group = digits.slice(Math.max(0, i - 3), i + 1)
    if (place % 4 === 0 && Number(group) > 0) {
      words += GROUPS[place / 4]
      zero = false
    }
  }
  return words
}
