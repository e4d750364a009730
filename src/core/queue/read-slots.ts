import { nearest } from '../nearest.ts'
import { isCron, readCron } from './cron.ts'
import { badSlots, type Slot } from './slot.ts'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/**
 * Reads "Mon-Fri 09:00 17:30; Sat 10:00": groups of days and their times, each slot once. A group may also be a cron
 * expression of five fields ("0 9 * * 1-5"); a range of days may run over the end of the week ("Sat-Mon"); a group
 * without days is for every day.
 * @throws InputError that shows the words which cannot be read, and what may have been meant.
 * @example readSlots('Sat 10:00') // [{ weekday: 6, hour: 10, minute: 0 }]
 */
export function readSlots(text: string): readonly Slot[] {
  const groups = text.split(';').map((group) => group.trim())
  const slots = groups.flatMap((group) => (isCron(group) ? readCron(group) : readGroup(group)))
  const seen = new Set<string>()
  for (const slot of slots) {
    const name = nameOf(slot)
    if (seen.has(name)) throw badSlots(text, `“${name}” stands in it twice`, 'Take one of the two out.')
    seen.add(name)
  }
  return slots.toSorted((a, b) => minuteOfWeek(a) - minuteOfWeek(b))
}

function readGroup(group: string): readonly Slot[] {
  if (group === '') throw badSlots(group, 'a group is empty', 'Write days and times in it, or take the semicolon out.')
  const words = group.split(/[\s,]+/).filter((word) => word !== '')
  const firstTime = words.findIndex((word) => /^\d/.test(word))
  const names = firstTime < 0 ? words : words.slice(0, firstTime)
  const times = firstTime < 0 ? [] : words.slice(firstTime)
  const weekdays = names.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : names.flatMap((name) => readDays(name, group))
  if (times.length === 0)
    throw badSlots(group, 'it names no time', `Write times after the days, like ${names[0]} 09:00.`)
  return weekdays.flatMap((weekday) => times.map((time) => ({ weekday, ...readTime(time, group) })))
}

function readDays(word: string, group: string): readonly number[] {
  const [from = 0, to, more] = word.split(/[-–]/).map((name) => readDay(name, group))
  if (more !== undefined)
    throw badSlots(group, `“${word}” is no range of days`, 'Write the first and the last day, like Mon-Fri.')
  if (to === undefined) return [from]
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from + index - 1) % 7) + 1)
}

function readDay(name: string, group: string): number {
  const said = name.toLowerCase()
  const at = said.length < 3 ? -1 : dayNames.findIndex((day) => day.toLowerCase().startsWith(said))
  if (at >= 0) return at + 1
  const meant = nearest(name, [...dayNames.map((day) => day.slice(0, 3)), ...dayNames], 2)
  const hint =
    meant === null ? 'Days are Mon Tue Wed Thu Fri Sat Sun, or Mon-Fri for several.' : `Did you mean ${meant}?`
  throw badSlots(group, `“${name}” is no day`, hint)
}

function readTime(word: string, group: string): { hour: number; minute: number } {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(word) ?? []
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60)
    return { hour: Number(hour), minute: Number(minute) }
  throw badSlots(group, `“${word}” is no time of the day`, timeHint(word))
}

function timeHint(word: string): string {
  if (word === '24:00') return 'Midnight is 00:00, on the day that begins with it.'
  const [, hour = '', minute = '00', half] = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap]m)?$/i.exec(word) ?? []
  const hours = (Number(hour) % (half === undefined ? 100 : 12)) + (half?.toLowerCase() === 'pm' ? 12 : 0)
  if (hour === '' || hours > 23 || Number(minute) > 59) return 'Write hours and minutes, from 00:00 to 23:59.'
  return `Did you mean ${String(hours).padStart(2, '0')}:${minute}?`
}

function minuteOfWeek({ weekday, hour, minute }: Slot): number {
  return (weekday * 24 + hour) * 60 + minute
}

/** "Wed 09:00". */
function nameOf({ weekday, hour, minute, days, months }: Slot): string {
  const rest = [
    days === undefined ? '' : ` on ${days.join(',')}`,
    months === undefined ? '' : ` in ${months.join(',')}`,
  ]
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return `${dayNames[weekday - 1]?.slice(0, 3)} ${time}${rest.join('')}`
}
