/** Numbers that look random and are the same at every run of a seed (mulberry32). */
export interface Chance {
  /** From 0 up to, and without, 1. */
  next(): number
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number
  pick<T>(all: readonly T[]): T
  /** True once in `odds` times. */
  once(odds: number): boolean
}

export function chanceOf(seed: number): Chance {
  let state = (seed * 2_654_435_761) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    pick: <T>(all: readonly T[]) => all[below(all.length)] as T,
    once: (odds) => below(odds) === 0,
  }
}
