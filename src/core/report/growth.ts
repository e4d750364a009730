import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { ThreadReport } from './report.ts'
import { levelsTo, tenth, type Level, type Sheet } from './sheet.ts'
import { middleOf } from './statistics.ts'

/** The ages at which growth is told, as they are said. */
export const ages = ['1 h', '6 h', '24 h', '7 d'] as const

/** What a thread had at each of {@link ages}, and the median of the threads before it, while they are enough for one. */
export interface Growth {
  readonly seen: readonly (number | null)[]
  readonly usual: readonly (number | null)[]
  /** How many threads before it tell of any of the ages. */
  readonly n: number
}

/** `earlier`: the threads before it. */
export function growthOf({ growth }: ThreadReport, earlier: readonly ThreadReport[]): Growth {
  const known = (age: number) => earlier.flatMap((each) => each.growth[age] ?? [])
  return {
    seen: ages.map((_, age) => growth[age] ?? null),
    usual: ages.map((_, age) => middleOf(known(age))?.median ?? null),
    n: Math.max(...ages.map((_, age) => known(age).length)),
  }
}

/** The same, laid out. Lines do not cross what is unknown. */
export interface GrowthChart {
  readonly levels: readonly Level[]
  readonly ages: readonly { readonly at: number; readonly words: string }[]
  readonly seen: string
  readonly usual: string
  readonly points: readonly { readonly x: number; readonly y: number; readonly seen: number }[]
}

/** Null while fewer than two ages are known: there is nothing to join. */
export function growthChart({ seen, usual }: Growth, sheet: Sheet): GrowthChart | null {
  const known = seen.filter((figure) => figure !== null)
  if (known.length < 2) return null
  const levels = levelsTo(Math.max(1, ...known, ...usual.map((figure) => figure ?? 0)), 3)
  const across = scalePoint([...ages], [sheet.left + 12, sheet.width - sheet.right])
  const up = scaleLinear([0, levels.at(-1) ?? 1], [sheet.height - sheet.bottom, sheet.top])
  const x = (age: number) => tenth(across(ages[age] ?? '1 h') ?? 0)
  const y = (figure: number) => tenth(up(figure))
  const path = line<number | null>(
    (_, age) => x(age),
    (figure) => y(figure ?? 0),
  )
    .defined((figure) => figure !== null)
    .digits(1)
  return {
    levels: levels.map((figure) => ({ figure, at: y(figure) })),
    ages: ages.map((words, age) => ({ words, at: x(age) })),
    seen: path([...seen]) ?? '',
    usual: path([...usual]) ?? '',
    points: seen.flatMap((figure, age) => (figure === null ? [] : [{ x: x(age), y: y(figure), seen: figure }])),
  }
}
