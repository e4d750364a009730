import type { Interval } from './statistics.ts'

const resamples = 500

/** The place of the next one that chance draws, of `among` there are. */
export type Draw = (among: number) => number

/**
 * Between which values a statistic lies when chance draws what it is of anew; the same for the same seed. Null where most
 * draws tell nothing. What belongs together (the posts of a thread) is to be drawn together.
 * Source: B. Efron, "Bootstrap Methods: Another Look at the Jackknife", 1979; percentile interval.
 * @param statistic draws as many as there are, and gives back what they come to; null where they tell nothing
 */
export function bootstrap(statistic: (draw: Draw) => number | null, seed: number): Interval | null {
  const random = chance(seed)
  const draw: Draw = (among) => Math.floor(random() * among)
  const values: number[] = []
  for (let time = 0; time < resamples; time++) {
    const value = statistic(draw)
    if (value !== null) values.push(value)
  }
  values.sort((a, b) => a - b)
  const [from, to] = [values[Math.floor(values.length * 0.025)], values[Math.ceil(values.length * 0.975) - 1]]
  return values.length < resamples / 2 || from === undefined || to === undefined ? null : { from, to }
}

/** Numbers from 0 to 1 that look like chance and follow from the seed. Source: Mulberry32, T. Ettinger, 2017. */
function chance(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
