import type { Span } from '../../article/article.ts'

/**
 * The indexes of those of `stretches` that stand out of the article's order: all but a longest run, in letters, in which
 * each begins where the one before has ended, or later. A null stretch is in nobody's way.
 * @example displacedIn([{ start: 0, end: 9 }, { start: 20, end: 24 }, { start: 9, end: 20 }]) // Set { 1 }
 */
export function displacedIn(stretches: readonly (Span | null)[]): ReadonlySet<number> {
  const runs: Run[] = []
  for (const [index, span] of stretches.entries()) {
    if (span === null) continue
    const before = longest(runs.filter((run) => run.span.end <= span.start))
    runs.push({ index, span, before, letters: (before?.letters ?? 0) + span.end - span.start })
  }
  const displaced = new Set(runs.map(({ index }) => index))
  for (let run = longest(runs); run !== null; run = run.before) displaced.delete(run.index)
  return displaced
}

/** The longest run that ends with a stretch. */
interface Run {
  readonly index: number
  readonly span: Span
  readonly before: Run | null
  readonly letters: number
}

function longest(runs: readonly Run[]): Run | null {
  return runs.reduce<Run | null>((best, run) => (best === null || run.letters > best.letters ? run : best), null)
}
