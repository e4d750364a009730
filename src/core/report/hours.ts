import type { ThreadReport } from './report.ts'
import { median } from './statistics.ts'

/** An hour of the week with fewer threads than this tells nothing. */
export const leastInAnHour = 3

/** The threads published in one hour of the week. */
export interface Hour {
  /** 0: Monday. */
  readonly weekday: number
  /** 0 to 23. */
  readonly hour: number
  readonly n: number
  /** The median of their impressions in 24 h; null while they are too few. */
  readonly median: number | null
}

/** When threads were published, and how they did; `n` threads have what this needs. */
export interface Hours {
  readonly n: number
  readonly hours: readonly Hour[]
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** By the hour of the week in which a thread was published, in the owner's zone. */
export function hoursOf(reports: readonly ThreadReport[], timezone: string): Hours {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  const groups = new Map<string, number[]>()
  for (const { publishedAt, growth } of reports) {
    const seen = growth[2] ?? null
    if (seen === null) continue
    const parts = format.formatToParts(new Date(publishedAt))
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
    const name = `${weekdays.indexOf(part('weekday'))} ${Number(part('hour'))}`
    groups.set(name, [...(groups.get(name) ?? []), seen])
  }
  const hours = [...groups].map(([name, seen]) => {
    const [weekday = 0, hour = 0] = name.split(' ').map(Number)
    return { weekday, hour, n: seen.length, median: seen.length < leastInAnHour ? null : median(seen) }
  })
  const n = hours.reduce((sum, each) => sum + each.n, 0)
  return { n, hours: hours.toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour) }
}
