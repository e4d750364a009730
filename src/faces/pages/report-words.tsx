/** Words and moments as the report prints them. */

/** A moment in the owner's zone: "22 November 2026, 09:00". The same whatever the version of the host's locale data. */
export function moment(at: Date, timezone: string): string {
  const { day, month, year, hour, minute } = parts(at, timezone)
  return `${day} ${month} ${year}, ${hour}:${minute}`
}

export function date(at: Date, timezone: string): string {
  const { day, month, year } = parts(at, timezone)
  return `${day} ${month} ${year}`
}

/** `1 post`, `3 posts`. */
export function plural(figure: number, one: string, many = `${one}s`): string {
  return `${figure.toLocaleString('en-US')} ${figure === 1 ? one : many}`
}

function parts(at: Date, timezone: string): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}
