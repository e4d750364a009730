import type { Share } from '../../core/report/drop-off.ts'

/** The curve's sheet, in its own units; the style sheet scales it. */
export const size = { width: 720, height: 270, left: 58, right: 62, top: 22, bottom: 38 } as const

/** Where a post and a share lie on the sheet, and which shares have a line across it. */
export interface Layout {
  readonly count: number
  readonly levels: readonly number[]
  readonly x: (n: number) => number
  readonly y: (share: number) => number
}

export function layoutOf(shares: readonly Share[]): Layout {
  const top = Math.max(1, ...shares.map(({ share }) => share ?? 0))
  const step = stepFor(top)
  const levels = Array.from({ length: Math.ceil(top / step) + 1 }, (_, index) => index * step)
  const [across, up] = [size.width - size.left - size.right, size.height - size.top - size.bottom]
  const highest = levels.at(-1) ?? 1
  return {
    count: shares.length,
    levels,
    x: (n) => tenth(size.left + 12 + ((across - 12) * (n - 1)) / Math.max(1, shares.length - 1)),
    y: (share) => tenth(size.top + up * (1 - share / highest)),
  }
}

/** Stretches of neighbouring posts whose shares are known. */
export function runsOf(shares: readonly Share[]): readonly (readonly Share[])[] {
  const runs: Share[][] = [[]]
  for (const point of shares) {
    if (point.share === null) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 1)
}

export function lineOf(run: readonly Share[], { x, y }: Layout): string {
  return run.map(({ n, share }, index) => `${index === 0 ? 'M' : 'L'}${x(n)} ${y(share ?? 0)}`).join('')
}

export function areaOf(run: readonly Share[], layout: Layout): string {
  return `${lineOf(run, layout)}V${layout.y(0)}H${layout.x(run[0]?.n ?? 1)}Z`
}

/** The posts whose numbers are printed: all of a short thread, every so many of a long one, always the first and last. */
export function ticksOf(count: number): readonly number[] {
  const every = Math.ceil(count / 14)
  const all = Array.from({ length: count }, (_, index) => index + 1)
  return all.filter((n) => n === count || ((n - 1) % every === 0 && count - n >= every))
}

/** Halves while they suffice; else whole, rounded steps, at most five of them. */
function stepFor(top: number): number {
  return top <= 1.5 ? 0.5 : 10 ** Math.ceil(Math.log10(top / 5))
}

function tenth(units: number): number {
  return Math.round(units * 10) / 10
}
