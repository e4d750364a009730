import { onOneLine, excerpt } from '../thread/excerpt.ts'
import { sum } from '../thread/price.ts'
import type { AccountReport } from './account.ts'
import { steepestCliff } from './drop-off.ts'
import { bestCard, engagementRate, engagements } from './engagement.ts'
import { findingsOf, notYet } from './findings.ts'
import { count, dollars, percent } from './printed.ts'
import { total, type ThreadReport } from './report.ts'

const week = 7 * 86_400_000
const mostThreads = 5

/** What a digest is made of: all reports, newest first, and what they tell together. */
export interface Digestible {
  readonly reports: readonly ThreadReport[]
  readonly account: AccountReport
  readonly leftOut: readonly string[]
}

/** What the owner is told on a Monday. */
export interface DigestNotice {
  readonly id: 'digest'
  /** The Monday, in the owner's zone: 2026-11-23. */
  readonly day: string
  readonly markdown: string
}

/** The week up to `now` in at most 15 lines of Markdown. */
export function digestOf(
  { reports, account, leftOut }: Digestible,
  { now, timezone }: { now: Date; timezone: string },
): string {
  const day = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: timezone })
  const fresh = reports.filter(({ publishedAt }) => Date.parse(publishedAt) > now.getTime() - week)
  const damage =
    leftOut.length === 0
      ? []
      : [`_${count(leftOut.length)} stretches of the store were left out; see \`broadside report\`._`]
  return [
    `## Broadside, ${day(new Date(now.getTime() - week))} to ${day(now)}`,
    '',
    ...(fresh.length === 0
      ? [`No thread was published from ${day(new Date(now.getTime() - week))} to ${day(now)}.`]
      : [summary(fresh), '', ...fresh.slice(0, mostThreads).map(line)]),
    ...(fresh.length > mostThreads ? [`- and ${fresh.length - mostThreads} more`] : []),
    ...highlights(fresh),
    ...(fresh.length === 0
      ? []
      : findingsOf(account)
          .filter(({ words }) => !words.startsWith(notYet))
          .slice(0, 2)
          .map(({ about, words }) => `- ${about}: ${words}`)),
    ...damage,
  ].join('\n')
}

function summary(fresh: readonly ThreadReport[]): string {
  const posts = fresh.flatMap((report) => report.posts)
  const { impressions } = total(posts)
  const costs = fresh.flatMap(({ cost }) => cost ?? [])
  const cost = costs.length === 0 ? null : sum(costs)
  const [threads, of] = [fresh.length === 1 ? '1 thread' : `${fresh.length} threads`, `${posts.length} posts`]
  return `**${threads}, ${of}**: ${count(impressions)} impressions, ${percent(engagementRate({ posts }))} engagement, ${dollars(cost)}.`
}

function line(report: ThreadReport): string {
  const { title, totals, completion } = report
  return `- **${plain(title)}**: ${count(totals.impressions)} impressions, ${percent(engagementRate(report))} engagement, ${percent(completion)} completion`
}

function highlights(fresh: readonly ThreadReport[]): readonly string[] {
  const [newest] = fresh
  if (newest === undefined) return []
  const [cliff, card] = [steepestCliff(newest), bestCard(newest)]
  return [
    ...(cliff === null
      ? []
      : [
          `- Most left after post ${cliff.after.n} (−${percent(cliff.share)}): “${plain(excerpt(cliff.after.text, 80))}”`,
        ]),
    ...(card === null
      ? []
      : [`- The card that drew most (${count(engagements(card))}): “${plain(excerpt(card.card, 80))}”`]),
  ]
}

/** The owner's words as words: nothing in them is Markdown. */
function plain(words: string): string {
  return onOneLine(words).replaceAll(/[\\`*_[\]<>]/g, '\\$&')
}
