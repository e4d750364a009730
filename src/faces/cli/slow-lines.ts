import type { Progress } from '../../ports.ts'

/** How often the same work is said again. Milliseconds. */
const seldom = 30_000

/** Says what goes on where no line can be drawn over and over: what is new at once, how far it got each half minute. */
export function slowLines(write: (line: string) => void, now: () => number): Progress {
  let last = { work: '', at: -Infinity }
  return {
    say(what) {
      // Numbers tell how far a work got, and not which one it is.
      const work = what.replaceAll(/\b\d+\b/g, '')
      if (work === last.work && now() - last.at < seldom) return
      last = { work, at: now() }
      write(what)
    },
  }
}
