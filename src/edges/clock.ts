import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../ports.ts'

/** The machine's own clocks. */
export const machineClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}),
}
