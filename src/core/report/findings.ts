import type { AccountReport } from './account.ts'
import type { Comparison, LengthFinding } from './comparisons.ts'
import { leastOf } from './least.ts'
import { count, percent } from './printed.ts'
import type { Trend } from './trends.ts'

/** One thing that the threads tell together, or that they do not tell it yet. */
export interface Finding {
  readonly about: string
  readonly words: string
}

/** What an account's threads tell together, in sentences; each with its n and its interval. None of them is advice. */
export function findingsOf({ trends, comparisons, length }: AccountReport): readonly Finding[] {
  return [...trends.map(ofTrend), ...comparisons.map(ofComparison), ofLength(length)]
}

function ofTrend({ name, newest, median, n }: Trend): Finding {
  const about = `The newest, ${name}`
  if (median === null) return { about, words: `${notYet} (${n} of ${leastOf.earlier} earlier threads)` }
  const show = name === 'impressions in 24 h' ? count : percent
  const usual = `your median of ${show(median.median)} (95 %: ${show(median.from)} to ${show(median.to)}; n = ${n} earlier threads)`
  if (newest === null) return { about, words: `not known yet; ${usual}` }
  const way = newest > median.to ? 'above' : newest < median.from ? 'below' : 'about the same as'
  return { about, words: `${show(newest)}, ${way} ${usual}` }
}

function ofComparison({ what, difference, threads, ...sides }: Comparison): Finding {
  const about = `Posts with a ${what} against posts without`
  const [yes, no] = [sides.with, sides.without]
  const ns = `n = ${yes.n} and ${no.n} posts in ${threads} threads`
  if (difference === null) {
    return { about, words: `${notYet} (${ns}; ${leastOf.posts} of each in ${leastOf.threads} threads are needed)` }
  }
  const rates = `engagement rate ${percent(yes.rate)} against ${percent(no.rate)}`
  const isTold = difference.from > 0 || difference.to < 0
  const tells = isTold ? '' : ', which may be chance'
  const range = `${points(difference.from)} to ${points(difference.to)} points`
  return { about, words: `${rates}: ${points(difference.value)} points (95 %: ${range}; ${ns})${tells}` }
}

function ofLength({ n, correlation }: LengthFinding): Finding {
  const about = 'Length against completion'
  if (n < leastOf.threads) return { about, words: `${notYet} (${n} of ${leastOf.threads} threads)` }
  if (correlation === null) return { about, words: `nothing to compare: your threads hardly differ (n = ${n} threads)` }
  const { value, from, to } = correlation
  const tells =
    from > 0 ? 'longer threads were read further' : to < 0 ? 'longer threads were left earlier' : 'no clear relation'
  return {
    about,
    words: `${tells}: rank correlation ${two(value)} (95 %: ${two(from)} to ${two(to)}; n = ${n} threads)`,
  }
}

export const notYet = 'not enough data yet'

/** Percentage points, with their sign. */
function points(share: number): string {
  const figure = Math.abs(share * 100).toFixed(1)
  return `${figure === '0.0' ? '' : share < 0 ? '−' : '+'}${figure}`
}

function two(figure: number): string {
  return `${figure < 0 ? '−' : ''}${Math.abs(figure).toFixed(2)}`
}
