import { Temporal } from 'temporal-polyfill'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** An instant as nobody can mistake it: "Tue 24 Nov 2026, 09:00 Europe/Berlin (+01:00)". */
export function spell(instant: Date, timezone: string): string {
  return `${spellTime(instant, timezone)} ${timezone} (${shownIn(timezone, instant).offset})`
}

/** The same where the zone is told beside it: "Tue 24 Nov 2026, 09:00". */
export function spellTime(instant: Date, timezone: string): string {
  const shown = shownIn(timezone, instant)
  return `${spellDay(shown.toPlainDate())}, ${shown.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

function shownIn(timezone: string, instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone)
}

/** "Tue 24 Nov 2026". */
export function spellDay({ dayOfWeek, day, month, year }: Temporal.PlainDate): string {
  return `${weekdays[dayOfWeek - 1]} ${day} ${months[month - 1]} ${year}`
}
