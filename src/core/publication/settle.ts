/** When to look whether a post whose answer was lost is live, in milliseconds after its request ended. */
const looks = [5_000, 15_000, 30_000, 60_000] as const
const minute = 60_000

/** Two good reads that do not show a post prove it absent when they lie this far apart, past the window. */
const apart = 30_000

/**
 * The instants at which to read the timeline back, in milliseconds after the request ended, for a settle window of
 * `window` milliseconds. The last two lie past the window; a post that neither shows was never written.
 */
export function looksWithin(window: number): readonly number[] {
  const each = Array.from({ length: Math.max(0, Math.ceil(window / minute) - 2) }, (_, index) => (index + 2) * minute)
  return [...[...looks, ...each].filter((after) => after < window), window, window + Math.min(apart, window)]
}

/** How many of the looks, counted from the end, must be good and show nothing. */
export const provingLooks = 2
