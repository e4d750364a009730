import type { Outlook } from '../../core/queue/outlook.ts'
import { spellTime } from '../../core/queue/spell.ts'

/** A line that stays at the foot of a terminal while other lines pass above it. */
export interface StatusLine {
  show(text: string): void
  /** Lines that stay, above it. */
  above(lines: string): void
  clear(): void
}

/** `faint` dims what is less than a result. */
export function openStatusLine(stream: NodeJS.WriteStream, faint: (text: string) => string): StatusLine {
  let text = ''
  const wipe = '\r\u001B[2K'
  const draw = () => stream.write(`${wipe}${faint(upTo((stream.columns || 80) - 1, text))}`)
  return {
    show(next) {
      if (next === text) return
      text = next
      draw()
    },
    above(lines) {
      stream.write(`${text === '' ? '' : wipe}${lines}`)
      if (text !== '') draw()
    },
    clear() {
      if (text !== '') stream.write(wipe)
      text = ''
    },
  }
}

/** What a scheduler that waits has before it: "next: fair-use, Mon 4 Jan 2027, 09:00 (in 2 h 13 min) · 3 queued". */
export function outlookWords(outlook: Outlook | null, { now, timezone }: { now: Date; timezone: string }): string {
  if (outlook === null) return 'looking at the queue'
  const { next, queued, held } = outlook
  const ahead =
    next === null
      ? 'nothing is queued'
      : `next: ${next.slug}, ${spellTime(new Date(next.at), timezone)} (${untilWords(Date.parse(next.at) - now.getTime())})`
  const rest = [queued > 0 ? `${queued} queued` : '', held > 0 ? `${held} held: see "broadside status"` : '']
  return [ahead, ...rest.filter((part) => part !== '')].join(' · ')
}

/** @example untilWords(8_000_000) // 'in 2 h 14 min' */
export function untilWords(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000)
  if (minutes <= 0) return 'due'
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
  if (days > 0) return hours > 0 ? `in ${days} d ${hours} h` : `in ${days} d`
  if (hours > 0) return minutes % 60 > 0 ? `in ${hours} h ${minutes % 60} min` : `in ${hours} h`
  return `in ${minutes} min`
}

/** A line that is wider than the terminal would wrap, and could not be wiped. */
function upTo(width: number, text: string): string {
  const letters = Array.from(text)
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`
}
