/** The week's digest is told from this hour on. */
const from = 8

/** The day of `now` in the owner's zone, when it is a Monday on which the digest is due; else null. */
export function mondayOf(now: Date, timezone: string): string | null {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  const parts = format.formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)?.value
  if (part('weekday') !== 'Mon' || Number(part('hour')) < from) return null
  return now.toLocaleDateString('sv-SE', { timeZone: timezone })
}
