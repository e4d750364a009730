import { describe, expect, test } from 'vitest'
import { readSlots } from '../../../src/core/queue/read-slots.ts'
import { slotsAfter } from '../../../src/core/queue/slots.ts'
import { at } from '../../builders.ts'

function next(count: number, text: string, after: string): readonly string[] {
  const found: string[] = []
  for (const slot of slotsAfter(readSlots(text), at(after), 'UTC')) {
    if (found.push(slot.toISOString().slice(0, 16)) === count) break
  }
  return found
}

describe('readSlots()', () => {
  test('reads groups of days and their times, in the order of the week', () => {
    const shown = readSlots('Sat 10:00; Mon-Wed 17:30 9:00').map(({ weekday, hour, minute }) => [weekday, hour, minute])
    expect(shown).toEqual([
      [1, 9, 0],
      [1, 17, 30],
      [2, 9, 0],
      [2, 17, 30],
      [3, 9, 0],
      [3, 17, 30],
      [6, 10, 0],
    ])
  })

  test.each([
    ['Fri-Mon 08:00', [1, 5, 6, 7]],
    ['Sat-Mon 08:00', [1, 6, 7]],
    ['mon,wed 08:00', [1, 3]],
    ['mon, wed 08:00', [1, 3]],
    ['Sunday 08:00', [7]],
    ['08:00', [1, 2, 3, 4, 5, 6, 7]],
    ['Tue–Thurs 08:00', [2, 3, 4]],
  ])('of "%s" finds the days', (text, weekdays) => {
    expect(readSlots(text).map(({ weekday }) => weekday)).toEqual(weekdays)
  })

  test.each([
    ['Mno 09:00', 'at “Mno 09:00”: “Mno” is no day', 'Did you mean Mon?'],
    ['Mon 09:00; Thrusday 10:00', 'at “Thrusday 10:00”: “Thrusday” is no day', 'Did you mean Thursday?'],
    ['M 09:00', '“M” is no day', 'Did you mean Mon?'],
    ['Xylophone 09:00', '“Xylophone” is no day', 'Days are Mon Tue Wed Thu Fri Sat Sun, or Mon-Fri for several.'],
    ['Mon-Wed-Fri 09:00', '“Mon-Wed-Fri” is no range of days', 'Write the first and the last day, like Mon-Fri.'],
    ['Mon 24:00', '“24:00” is no time of the day', 'Midnight is 00:00, on the day that begins with it.'],
    ['Mon 25:00', '“25:00” is no time of the day', 'Write hours and minutes, from 00:00 to 23:59.'],
    ['Mon 9am', '“9am” is no time of the day', 'Did you mean 09:00?'],
    ['Mon 5:30pm', '“5:30pm” is no time of the day', 'Did you mean 17:30?'],
    ['Mon 12am', '“12am” is no time of the day', 'Did you mean 00:00?'],
    ['Mon 0900', '“0900” is no time of the day', 'Did you mean 09:00?'],
    ['Mon 9', '“9” is no time of the day', 'Did you mean 09:00?'],
    ['Mon 09:00 Tue', '“Tue” is no time of the day', 'Write hours and minutes, from 00:00 to 23:59.'],
    ['Mon', 'at “Mon”: it names no time', 'Write times after the days, like Mon 09:00.'],
    ['Mon 09:00;', 'a group is empty', 'Write days and times in it, or take the semicolon out.'],
    ['Mon-Fri 09:00; Wed 09:00', '“Wed 09:00” stands in it twice', 'Take one of the two out.'],
    ['Mon 09:00 9:00', '“Mon 09:00” stands in it twice', 'Take one of the two out.'],
    ['0 9 * * 1; Mon 09:00', '“Mon 09:00” stands in it twice', 'Take one of the two out.'],
  ])('refuses "%s"', (text, fact, hint) => {
    expect(() => readSlots(text)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(fact) as string, hint }),
    )
  })
})

describe('a cron expression', () => {
  test.each([
    ['0 9 * * 1-5', '2026-11-20T09:00', ['2026-11-23T09:00', '2026-11-24T09:00']],
    ['0 9,17 * * mon', '2026-11-22T09:00', ['2026-11-23T09:00', '2026-11-23T17:00', '2026-11-30T09:00']],
    ['*/30 8 * * 7', '2026-11-20T09:00', ['2026-11-22T08:00', '2026-11-22T08:30', '2026-11-29T08:00']],
    ['15 6-18/6 * * *', '2026-11-22T07:00', ['2026-11-22T12:15', '2026-11-22T18:15', '2026-11-23T06:15']],
    ['0 9 1 * *', '2026-11-22T07:00', ['2026-12-01T09:00', '2027-01-01T09:00']],
    ['0 9 29 feb *', '2026-11-22T07:00', ['2028-02-29T09:00']],
    [
      '0 9 13 * fri',
      '2026-11-07T07:00',
      [
        '2026-11-13T09:00',
        '2026-11-20T09:00',
        '2026-11-27T09:00',
        '2026-12-04T09:00',
        '2026-12-11T09:00',
        '2026-12-13T09:00',
      ],
    ],
    ['0 9 * * 0; Wed 12:00', '2026-11-22T09:00', ['2026-11-25T12:00', '2026-11-29T09:00']],
  ])('%s', (text, after, times) => {
    expect(next(times.length, text, after)).toEqual(times)
  })

  test.each([
    ['60 9 * * *', '“60” is no minute', 'Write numbers from 0 to 59, like 0, 0-59 or */2.'],
    ['0 24 * * *', '“24” is no hour', 'Write numbers from 0 to 23, like 0, 0-23 or */2.'],
    ['0 9 * * fry', '“fry” is no weekday', 'Write numbers from 0 to 7, like 0, 0-7 or */2.'],
    ['0 9-7 * * *', '“9-7” is no hour', 'Write numbers from 0 to 23, like 0, 0-23 or */2.'],
    ['0 */0 * * *', '“*/0” is no hour', 'Write numbers from 0 to 23, like 0, 0-23 or */2.'],
    ['0 9 31 feb *', 'no month it names has such a day', 'Give a day that comes.'],
    ['0 9 31 2 */1', 'no month it names has such a day', 'Give a day that comes.'],
    ['0 9 30,31 2 */1', 'no month it names has such a day', 'Give a day that comes.'],
    ['0 9 * *', 'it has 4 fields, not five', 'Write minute, hour, day, month and weekday, like 0 9 * * 1-5.'],
    [
      '0 0 9 * * 1',
      'it has six fields; seconds are not read',
      'Write minute, hour, day, month and weekday, like 0 9 * * 1-5.',
    ],
    [
      '@daily',
      'short names of cron expressions are not read',
      'Write minute, hour, day, month and weekday, like 0 9 * * 1-5.',
    ],
  ])('refuses %s', (text, fact, hint) => {
    expect(() => readSlots(text)).toThrow(
      expect.objectContaining({ message: `Cannot read BROADSIDE_SLOTS at “${text}”: ${fact}`, hint }),
    )
  })
})
