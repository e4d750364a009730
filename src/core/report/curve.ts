import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { dropOff, steepestCliff, type Share } from './drop-off.ts'
import type { ThreadReport } from './report.ts'
import { levelsTo, tenth, type Level, type Sheet } from './sheet.ts'

/** A drop-off curve, laid out: whoever draws it, for a page or a picture, decides nothing more. */
export interface Curve {
  /** Shares of the first post's impressions, and the numbers of posts. */
  readonly levels: readonly Level[]
  readonly numbers: readonly Level[]
  /** SVG path data; neither crosses what is unknown. */
  readonly line: string
  readonly area: string
  readonly points: readonly Point[]
  /** The steepest fall, and where the words for it stand. */
  readonly fall: { readonly line: string; readonly share: number; readonly at: Place } | null
  /** The last post that is known; null where that is the first. */
  readonly end: (Point & { readonly share: number }) | null
}

/** A post on the sheet; `y` is null where its share is unknown. */
export interface Point {
  readonly n: number
  readonly x: number
  readonly y: number | null
}

interface Place {
  readonly x: number
  readonly y: number
  /** Whether there is no room for words to the right of it. */
  readonly isAtRight: boolean
}

/** Null while there is no curve to draw: of a single post, and where the first post's impressions are unknown. */
export function curveOf(report: Pick<ThreadReport, 'posts'>, sheet: Sheet): Curve | null {
  const shares = dropOff(report)
  const known = shares.filter(isKnown)
  if (shares.length < 2 || known.length === 0) return null
  const levels = levelsTo(Math.max(1, ...known.map(({ share }) => share)), 2)
  const { x, y } = scalesOf(shares.length, levels.at(-1) ?? 1, sheet)
  const path = line<Share>(
    ({ n }) => x(n),
    ({ share }) => y(share ?? 0),
  ).digits(1)
  const filled = area<Share>(
    ({ n }) => x(n),
    () => y(0),
    ({ share }) => y(share ?? 0),
  ).digits(1)
  const points = shares.map(({ n, share }) => ({ n, x: x(n), y: share === null ? null : y(share) }))
  const last = known.at(-1)
  return {
    levels: levels.map((figure) => ({ figure, at: y(figure) })),
    numbers: numbersOf(shares.length).map((figure) => ({ figure, at: x(figure) })),
    line: path.defined(isKnown)(shares) ?? '',
    area: filled.defined(isKnown)(shares) ?? '',
    points,
    fall: fallOf(report, shares, (pair) => ({
      line: path(pair) ?? '',
      at: placeOf(
        pair.map(({ n, share }) => [x(n), y(share ?? 0)] as const),
        sheet,
      ),
    })),
    end: last === undefined || last.n === 1 ? null : { n: last.n, x: x(last.n), y: y(last.share), share: last.share },
  }
}

function isKnown(point: Share): point is Share & { readonly share: number } {
  return point.share !== null
}

function scalesOf(count: number, top: number, { width, height, left, right, ...sheet }: Sheet) {
  const across = scaleLinear([1, Math.max(2, count)], [left + 12, width - right])
  const up = scaleLinear([0, top], [height - sheet.bottom, sheet.top])
  return { x: (n: number) => tenth(across(n)), y: (share: number) => tenth(up(share)) }
}

function fallOf(
  report: Pick<ThreadReport, 'posts'>,
  shares: readonly Share[],
  draw: (pair: readonly Share[]) => { readonly line: string; readonly at: Place },
): Curve['fall'] {
  const cliff = steepestCliff(report)
  return cliff && { share: cliff.share, ...draw(shares.slice(cliff.before.n - 2, cliff.before.n)) }
}

function placeOf(ends: readonly (readonly [number, number])[], { width, left }: Sheet): Place {
  const [[fromX, fromY], [toX, toY]] = [ends[0] ?? [0, 0], ends[1] ?? [0, 0]]
  return { x: tenth((fromX + toX) / 2), y: tenth((fromY + toY) / 2), isAtRight: toX > left + (width - left) * 0.7 }
}

/** The posts whose numbers are printed: all of a short thread, every so many of a long one, always the first and last. */
export function numbersOf(count: number): readonly number[] {
  const every = Math.ceil(count / 14)
  const all = Array.from({ length: count }, (_, index) => index + 1)
  return all.filter((n) => n === count || ((n - 1) % every === 0 && count - n >= every))
}
