import type { Audience } from '../metrics/sample.ts'

const day = 86_400_000

/**
 * How many more followed the account a week after `publishedAt` than just before it. Followers are counted once a day:
 * unknown where no count lies within a day and a half before, or none within the week after.
 */
export function followsOf(audience: readonly Audience[], publishedAt: string): number | null {
  const start = Date.parse(publishedAt)
  const within = (from: number, to: number) =>
    audience.findLast(({ at, followers }) => {
      const time = Date.parse(at)
      return followers !== null && time > start + from && time <= start + to
    })?.followers ?? null
  const [before, after] = [within(-1.5 * day, 0.01 * day), within(0.5 * day, 7 * day)]
  return before === null || after === null ? null : after - before
}
