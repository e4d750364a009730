import { median } from 'd3-array'
import type { ThreadReport } from './report.ts'
import { middleOf, type Middle } from './statistics.ts'

/** The threads published in one hour of the week. */
export interface Hour {
  /** 0: Monday. */
  readonly weekday: number
  /** 0 to 23. */
  readonly hour: number
  readonly n: number
  /** The median of their impressions in 24 h, and between which it lies; null while they are too few. */
  readonly told: Middle | null
}

/** When threads were published, and how they did; `n` threads have what this needs. */
export interface Hours {
  readonly n: number
  /** Of all of them. */
  readonly median: number | null
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
    // "Fri 09", with or without a comma.
    const name = format.format(new Date(publishedAt))
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [seen])
    else group.push(seen)
  }
  const hours = [...groups].map(([name, seen]) => {
    const [day = '', hour = ''] = name.split(/\W+/)
    return { weekday: weekdays.indexOf(day), hour: Number(hour), n: seen.length, told: middleOf(seen) }
  })
  const all = [...groups.values()].flat()
  return {
    n: all.length,
    median: median(all) ?? null,
    hours: hours.toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour),
  }
}
