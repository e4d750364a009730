import { leastOf, type AccountReport, type Comparison, type Trend } from './account.ts'
import { count, percent } from './figures.ts'

/** One thing that the threads tell together, or that they do not tell it yet. */
export interface Finding {
  readonly about: string
  readonly words: string
}

/** What an account's threads tell together, in sentences; each with its n, each difference with its interval. */
export function findingsOf({ trends, comparisons, length }: AccountReport): readonly Finding[] {
  return [...trends.map(ofTrend), ...comparisons.map(ofComparison), ofLength(length)]
}

function ofTrend({ name, newest, median, n }: Trend): Finding {
  const about = `The newest, ${name}`
  if (newest === null || median === null)
    return { about, words: `${notYet} (${n} of ${leastOf.trend} earlier threads)` }
  const show = name === 'impressions in 24 h' ? (figure: number) => count(Math.round(figure)) : percent
  const way = newest > median ? 'above' : newest < median ? 'below' : 'the same as'
  return { about, words: `${show(newest)}, ${way} your median of ${show(median)} (n = ${n} earlier threads)` }
}

function ofComparison({ what, difference, ...sides }: Comparison): Finding {
  const about = `Posts with a ${what} against posts without`
  const [yes, no] = [sides.with, sides.without]
  const ns = `n = ${yes.n} and ${no.n} posts`
  if (difference === null) return { about, words: `${notYet} (${ns}; ${leastOf.posts} of each are needed)` }
  const rates = `engagement rate ${percent(yes.rate)} against ${percent(no.rate)}`
  const isTold = difference.from > 0 || difference.to < 0
  const tells = isTold ? '' : ', which may be chance'
  const range = `${points(difference.from)} to ${points(difference.to)} points`
  return { about, words: `${rates}: ${points(difference.value)} points (95 %: ${range}; ${ns})${tells}` }
}

function ofLength({ n, correlation }: AccountReport['length']): Finding {
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

const notYet = 'not enough data yet'

/** Percentage points, with their sign. */
function points(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)}`
}

function two(figure: number): string {
  return `${figure < 0 ? '−' : ''}${Math.abs(figure).toFixed(2)}`
}
