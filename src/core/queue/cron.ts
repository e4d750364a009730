import { badSlots, type Slot } from './slot.ts'

/** Whether a group of slots is written as cron has it: "0 9 * * 1-5", or a short name like "@daily". */
export function isCron(group: string): boolean {
  return group.startsWith('@') || (!group.includes(':') && /^[\d*][^\s]*(\s+[^\s]+){3,}$/.test(group))
}

/**
 * Reads minute, hour, day of the month, month and weekday: numbers, names ("mon", "jan"), lists, ranges and steps. Where
 * both kinds of day are limited, either will do. Source: crontab(5).
 * @throws InputError that shows the field which cannot be read.
 */
export function readCron(group: string): readonly Slot[] {
  const words = group.split(/\s+/)
  if (words.length !== 5)
    throw badSlots(group, wrongCount(words), 'Write minute, hour, day, month and weekday, like 0 9 * * 1-5.')
  const [minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    readField(words[index] ?? '', field, group),
  )
  const never = days?.every((day) => months?.every((month) => day > (longest[month - 1] ?? 0)))
  if (never && isAll(words[4])) throw badSlots(group, 'no month it names has such a day', 'Give a day that comes.')
  const timesOn = (weekday: number, limits: Pick<Slot, 'days' | 'months'>) =>
    (hours ?? []).flatMap((hour) => (minutes ?? []).map((minute) => ({ weekday, hour, minute, ...limits })))
  const inMonths = isAll(words[3]) ? {} : { months: months ?? [] }
  const ofWeek = [...new Set((weekdays ?? []).map((day) => (day === 0 ? 7 : day)))]
  const all = [1, 2, 3, 4, 5, 6, 7]
  if (isAll(words[2])) return ofWeek.flatMap((weekday) => timesOn(weekday, inMonths))
  const byDate = (some: readonly number[]) =>
    some.flatMap((weekday) => timesOn(weekday, { days: days ?? [], ...inMonths }))
  if (isAll(words[4])) return byDate(all)
  const others = all.filter((weekday) => !ofWeek.includes(weekday))
  return [...ofWeek.flatMap((weekday) => timesOn(weekday, inMonths)), ...byDate(others)]
}

interface Field {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly names?: readonly string[]
}

const fields: readonly Field[] = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day of the month', from: 1, to: 31 },
  {
    name: 'month',
    from: 1,
    to: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'weekday', from: 0, to: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
]

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function readField(word: string, field: Field, group: string): readonly number[] {
  const values = word.split(',').flatMap((item) => readItem(item, field, group))
  return [...new Set(values)].toSorted((a, b) => a - b)
}

function readItem(item: string, field: Field, group: string): readonly number[] {
  const { name, from, to } = field
  const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(item) ?? []
  const [low = '', high, more] = range === '*' ? [String(from), String(to === 7 ? 6 : to)] : range.split('-')
  const first = valueOf(low, field)
  const last = high === undefined ? (item.includes('/') ? to : first) : valueOf(high, field)
  if (more !== undefined || first === null || last === null || last < first || Number(step) === 0)
    throw badSlots(
      group,
      `“${item}” is no ${name}`,
      `Write numbers from ${from} to ${to}, like ${from}, ${from}-${to} or */2.`,
    )
  return Array.from(
    { length: Math.floor((last - first) / Number(step)) + 1 },
    (_, index) => first + index * Number(step),
  )
}

function valueOf(word: string, { from, to, names = [] }: Field): number | null {
  const named = names.indexOf(word.toLowerCase())
  const value = named >= 0 ? named + (from === 1 ? 1 : 0) : /^\d{1,2}$/.test(word) ? Number(word) : NaN
  return value >= from && value <= to ? value : null
}

function isAll(word: string | undefined): boolean {
  return word === '*' || word === '*/1'
}

function wrongCount(words: readonly string[]): string {
  if (words[0]?.startsWith('@')) return 'short names of cron expressions are not read'
  return words.length === 6 ? 'it has six fields; seconds are not read' : `it has ${words.length} fields, not five`
}
