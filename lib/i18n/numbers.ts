/** Numbers as people read them. The same in both languages: digits, commas, units of SI. */

/** 1,234,567 */
export function formatCount(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** 7, 99, 99+: for the small round badge. */
export const formatBadge = (n: number): string => (n > 99 ? '99+' : String(n))

/** 999, 1,000+: where counting on would cost more than it tells. */
export const formatAtMost = (n: number, most: number): string => (n >= most ? `${formatCount(most)}+` : formatCount(n))

/** Money is kept in fen: 2680000 reads 26,800.00. The unit stands in the column's head or in the sentence. */
export function formatFen(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '−' : ''}${formatCount(Number(digits.slice(0, -2)))}.${digits.slice(-2)}`
}

const SIZES = ['KB', 'MB', 'GB', 'TB']

/** 0 B, 640 B, 1.2 MB, 412 MB, 2.1 GB: steps of 1024, one decimal under 10. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  let size = bytes / 1024
  let unit = 0
  while (size >= 999.5 && unit < SIZES.length - 1) {
    size /= 1024
    unit += 1
  }
  const text = size < 9.95 ? size.toFixed(1).replace(/\.0$/, '') : formatCount(Math.round(size))
  return `${text} ${SIZES[unit]}`
}

/** The first and last four of a digest, for a table: 9f2c…e41a. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 4)}…${digest.slice(-4)}`
