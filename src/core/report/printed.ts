import { format } from 'd3-format'
import { usd } from '../thread/price.ts'

/** How figures are printed for people, the same on every face: an unknown one is a dash, never 0. */
const unknown = '–'
const whole = format(',d')
const tenths = format(',.1f')

/** @example count(12345) // '12,345' */
export function count(figure: number | null): string {
  return figure === null ? unknown : whole(figure)
}

/** A count on an axis, where there is little room. @example shortCount(20000) // '20k' */
export const shortCount: (figure: number) => string = format('~s')

/** A share in percent; below 10 with one decimal, where a whole number would say too little. */
export function percent(share: number | null): string {
  if (share === null) return unknown
  // 0.145 × 100 is 14.499… in binary fractions, and would be said as 14 here and as 15 beside it.
  const hundredths = Number((share * 100).toPrecision(12))
  return `${share === 0 || hundredths >= 9.95 ? whole(hundredths) : tenths(hundredths)}%`
}

/** US dollars as every face prints them; what is too little to be printed is said to be less, for it is not nothing. */
export function dollars(cost: number | null): string {
  if (cost === null) return unknown
  return cost > 0 && cost < 0.0005 ? '<$0.001' : usd(cost)
}
