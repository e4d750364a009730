import type { Audience } from '../../src/core/metrics/sample.ts'
import type { ThreadReport } from '../../src/core/report/report.ts'
import { total } from '../../src/core/report/report.ts'
import { aReportOf } from '../core/report/builders.ts'

const day = 86_400_000
const newest = Date.parse('2026-11-20T08:00:00.000Z')
const titles = ['What Section 107 says, and what it does not', 'The printer who kept every proof', 'Who owns a letter']

/** As many threads as an account may have, one a week, all of them measured; the same at every run. */
export function threads(count: number): readonly ThreadReport[] {
  return Array.from({ length: count }, (_, index) => {
    const length = 5 + (index % 9)
    const seen = 900 + ((index * 7919) % 5000)
    const posts = Array.from({ length }, (__, post) => ({
      n: post + 1,
      id: `${index}-${post + 1}`,
      text: `Fair use is not a loophole in copyright; it is one of its limits, and was there from the first. ${post + 1}/${length}`,
      impressions: Math.round(seen * 0.85 ** post),
      likes: Math.round((seen * 0.85 ** post) / (post % 4 === 0 ? 20 : 35)),
      reposts: post,
      replies: 1,
      quotes: (post * 3) % 5,
      bookmarks: 2,
      card: post % 4 === 0 ? `It is one of the limits that copyright was built with, says thread ${index}.` : null,
      linked: post === length - 1,
    }))
    const report = aReportOf(posts)
    const totals = total(report.posts)
    return {
      ...report,
      id: `thread-${index}`,
      slug: `thread-${index}`,
      title: `${titles[index % 3]}, part ${index + 1}`,
      publishedAt: new Date(newest - index * 7 * day).toISOString(),
      measuredAt: '2026-11-22T09:00:00.000Z',
      totals,
      completion: 0.85 ** (length - 1),
      cost: 0.015 * length,
      clicks: { clicks: 12, profileClicks: 7 },
      growth: [0.1, 0.4, 0.8, 1].map((part) => Math.round((totals.impressions ?? 0) * part)),
      follows: index % 5,
    }
  })
}

export function audienceOf(days: number): readonly Audience[] {
  return Array.from({ length: days }, (_, index) => ({
    at: new Date(newest - (days - index) * day).toISOString(),
    followers: 500 + index * 2 + (index % 7),
  }))
}
