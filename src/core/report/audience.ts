import { extent } from 'd3-array'
import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import { utcFormat } from 'd3-time-format'
import type { Audience } from '../metrics/sample.ts'
import { tenth, type Level, type Sheet } from './sheet.ts'

/** How many followed on one day. */
export interface Followed {
  readonly at: string
  readonly followers: number
}

/** Days on which X said how many follow, the earliest first. */
export function followedOn(audience: readonly Audience[]): readonly Followed[] {
  return audience.flatMap(({ at, followers }) => (followers === null ? [] : [{ at, followers }]))
}

/** The account's followers day by day, laid out, with a mark where a thread was published. */
export interface AudienceChart {
  readonly levels: readonly Level[]
  readonly days: readonly { readonly at: number; readonly words: string }[]
  readonly line: string
  readonly end: { readonly x: number; readonly y: number; readonly followers: number }
  /** Where threads were published. */
  readonly threads: readonly number[]
}

/** With days fewer than this there is no growth to show. */
export const leastDays = 7

const day = utcFormat('%-d %b %Y')

/** Null while the followers of fewer than {@link leastDays} days are known. */
export function audienceChart(
  followed: readonly Followed[],
  published: readonly string[],
  sheet: Sheet,
): AudienceChart | null {
  const [first, last] = [followed[0], followed.at(-1)]
  if (first === undefined || last === undefined || followed.length < leastDays) return null
  const time = ({ at }: { readonly at: string }) => new Date(at)
  const across = scaleUtc([time(first), time(last)], [sheet.left + 12, sheet.width - sheet.right])
  const [low = 0, high = 1] = extent(followed, ({ followers }) => followers)
  const up = scaleLinear([low, Math.max(high, low + 4)], [sheet.height - sheet.bottom, sheet.top]).nice(4)
  const [x, y] = [(at: Date) => tenth(across(at)), (followers: number) => tenth(up(followers))]
  const within = published.map((at) => new Date(at)).filter((at) => at >= time(first) && at <= time(last))
  return {
    levels: up.ticks(4).map((figure) => ({ figure, at: y(figure) })),
    days: [first, ...(followed.length < 3 ? [] : [last])].map((each) => ({
      at: x(time(each)),
      words: day(time(each)),
    })),
    line:
      line<Followed>(
        (each) => x(time(each)),
        ({ followers }) => y(followers),
      ).digits(1)(followed) ?? '',
    end: { x: x(time(last)), y: y(last.followers), followers: last.followers },
    threads: within.map(x),
  }
}
