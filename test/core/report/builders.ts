import type { Metrics, Sample } from '../../../src/core/metrics/sample.ts'
import type { LedgerLine } from '../../../src/core/publication/ledger.ts'
import type { JobFacts, PostReport, Records, ThreadReport } from '../../../src/core/report/report.ts'
import { reportOf, total } from '../../../src/core/report/report.ts'
import { aSample } from '../metrics/builders.ts'

/** A published job of `posts` posts with ids `<job>-1`, `<job>-2` … */
export function aJob({
  posts = 3,
  ...given
}: Partial<Omit<JobFacts, 'posts'>> & { readonly posts?: number } = {}): JobFacts {
  const id = given.id ?? 'job'
  const facts = Array.from({ length: posts }, (_, index) => index + 1)
  return {
    id,
    slug: 'fair-use',
    title: 'What Section 107 says',
    publishedAt: '2026-11-22T09:00:00.000Z',
    posts: facts.map((n) => ({ n, id: `${id}-${n}`, text: `Words of post ${n}.`, card: null })),
    ...given,
  }
}

export function aLine(given: Partial<LedgerLine> = {}): LedgerLine {
  return { at: '2026-11-22T09:00:00.000Z', call: 'post', job: 'job', count: 1, usd: 0.015, ...given }
}

/** One sample for each post of {@link aJob}, with these impressions. */
export function impressions(figures: readonly (number | null)[], job = 'job'): readonly Sample[] {
  return figures.map((figure, index) => aSample({ job, id: `${job}-${index + 1}`, n: index + 1, impressions: figure }))
}

export function aReport(records: Partial<Records> = {}): ThreadReport {
  const [report] = reportOf({ jobs: [aJob()], samples: [], ledger: [], ...records })
  if (report === undefined) throw new RangeError('Cannot build a report: no job in it is published')
  return report
}

/** A report of posts with these figures; what is not given is unknown. */
export function aReportOf(posts: readonly (Partial<Metrics> & Partial<PostReport>)[]): ThreadReport {
  const blank = total([])
  return {
    ...aReport(),
    posts: posts.map((given, index) => ({
      n: index + 1,
      id: `job-${index + 1}`,
      text: `Words of post ${index + 1}.`,
      card: null,
      deleted: false,
      clicks: null,
      profileClicks: null,
      ...blank,
      ...given,
    })),
  }
}
