import { tickStep } from 'd3-array'

/** What a chart is drawn on, in units of its own: its size, and how much of it the words around the figures take. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A figure on an axis, and where it stands. */
export interface Level {
  readonly at: number
  readonly figure: number
}

/** From 0 in round steps up to the first that holds `top`: about `steps` of them. */
export function levelsTo(top: number, steps: number): readonly number[] {
  const step = tickStep(0, top, steps)
  return Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, index) => index * step)
}

/** A tenth of a unit is as fine as a chart need be. */
export function tenth(units: number): number {
  return Math.round(units * 10) / 10
}
