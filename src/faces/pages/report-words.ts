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

/** A format takes longer to make than to use. */
const formats = new Map<string, Intl.DateTimeFormat>()

function parts(at: Date, timezone: string): Readonly<Record<string, string>> {
  const format = formats.get(timezone) ?? formatIn(timezone)
  formats.set(timezone, format)
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}
