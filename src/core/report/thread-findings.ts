import { excerpt } from '../thread/excerpt.ts'
import { steepestCliff } from './drop-off.ts'
import { bestCard, costPerThousand, engagements, mostQuoted } from './engagement.ts'
import type { Finding } from './findings.ts'
import { ages } from './growth.ts'
import { count, dollars, percent } from './printed.ts'
import type { ThreadReport } from './report.ts'

/** What a thread tells beside its tables, in sentences; only what is known of it. */
export function threadFindings(report: ThreadReport): readonly Finding[] {
  const { growth, clicks, follows } = report
  const [cliff, card, quoted, cost] = [
    steepestCliff(report),
    bestCard(report),
    mostQuoted(report),
    costPerThousand(report),
  ]
  const grown = ages.flatMap((age, index) => {
    const seen = growth[index] ?? null
    return seen === null ? [] : [`${count(seen)} after ${age}`]
  })
  return [
    ...finding(
      'The steepest cliff',
      cliff,
      ({ after, share }) => `−${percent(share)} after ${quote(after.n, after.text)}`,
    ),
    ...finding('Impressions', grown.length === 0 ? null : grown, (all) => all.join(', ')),
    ...finding(
      'The card that drew most',
      card,
      (best) => `${count(engagements(best))} engagements by ${quote(best.n, best.card)}`,
    ),
    ...finding('The post quoted most', quoted, (most) => `${count(most.quotes)} times, ${quote(most.n, most.text)}`),
    ...finding('Link clicks', clicks.clicks, count),
    ...finding('Profile clicks', clicks.profileClicks, count),
    ...finding('New followers in its week', follows, count),
    ...finding('Cost per 1,000 impressions', cost, dollars),
  ]
}

function finding<T>(about: string, known: T | null, words: (known: T) => string): readonly Finding[] {
  return known === null ? [] : [{ about, words: words(known) }]
}

function quote(n: number, text: string): string {
  return `post ${n}, “${excerpt(text, 60)}”`
}
