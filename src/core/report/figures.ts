/** How figures are printed for people, the same on every face: an unknown one is a dash, never 0. */
const unknown = '–'

/** @example count(12345) // '12,345' */
export function count(figure: number | null): string {
  return figure === null ? unknown : figure.toLocaleString('en-US')
}

/** A share in percent; below 10 with one decimal, where a whole number would say too little. */
export function percent(share: number | null): string {
  if (share === null) return unknown
  // 0.145 × 100 is 14.499… in binary fractions, and would be said as 14 here and as 15 beside it.
  const hundredths = Number((share * 100).toPrecision(12))
  const digits = share === 0 || hundredths >= 9.95 ? 0 : 1
  return `${hundredths.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}%`
}

/** US dollars to a tenth of a cent, which is as fine as X's prices are. */
export function dollars(usd: number | null): string {
  if (usd === null) return unknown
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 3, maximumFractionDigits: 3 })}`
}
