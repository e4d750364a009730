import { describe, expect, test } from 'vitest'
import { phrasedTime } from '../../src/core/queue/phrase.ts'
import { clockIn } from '../../src/core/queue/wall-clock.ts'
import { readPhrases } from '../../src/edges/chrono.ts'
import { at } from '../builders.ts'

/** What an owner in Berlin means by words; a Sunday, 21:30 on the wall. */
function meant(said: string, now = at('2026-11-22T20:30'), timezone = 'Europe/Berlin'): ReturnType<typeof phrasedTime> {
  return phrasedTime(said, readPhrases(said, clockIn(timezone, now)), { now, timezone })
}

describe('times as people say them', () => {
  test.each([
    ['tomorrow 9am', '2026-11-23T08:00'],
    ['Tomorrow at 9:00', '2026-11-23T08:00'],
    ['9am', '2026-11-23T08:00'],
    ['at 11pm', '2026-11-22T22:00'],
    ['next Tuesday 18:00', '2026-11-24T17:00'],
    ['on Tuesday, 18:00', '2026-11-24T17:00'],
    ['this tuesday 6pm', '2026-11-24T17:00'],
    ['noon tomorrow', '2026-11-23T11:00'],
    ['in 2 hours', '2026-11-22T22:30'],
    ['in an hour', '2026-11-22T21:30'],
    ['in 90 minutes', '2026-11-22T22:00'],
    ['in 2 days at 9am', '2026-11-24T08:00'],
    ['the day after tomorrow at 9:00', '2026-11-24T08:00'],
    ['4 January 2027 09:00', '2027-01-04T08:00'],
    ['Jan 4 at 9am', '2027-01-04T08:00'],
    ['2 July at 18:00', '2027-07-02T16:00'],
    ['tomorrow 9.30am', '2026-11-23T08:30'],
  ])('%s', (said, instant) => {
    expect(meant(said)).toEqual({ at: at(instant), remark: null })
  })

  test.each([
    ['every Monday', '“Monday” was understood, “every” was not'],
    ['every Monday 9am', '“Monday 9am” was understood, “every” was not'],
    ['tomorrow 9am please', '“tomorrow 9am” was understood, “please” was not'],
    ['tomorrow 0900', '“tomorrow” was understood, “0900” was not'],
    ['tomorrow 25:00', '“tomorrow” was understood, “25:00” was not'],
    ['friday 9', '“friday” was understood, “9” was not'],
    ['tomorrow', '“tomorrow” says the day, and not at what time'],
    ['tomorrow morning', '“tomorrow morning” says the day, and not at what time'],
    ['in 2 days', '“in 2 days” says the day, and not at what time'],
    ['9am or 10am', '“9am” and “10am” are two times'],
    ['tomorrow not before 9am', '“tomorrow” and “9am” are two times'],
    ['next week monday 9am', '“next week” and “monday 9am” are two times'],
    ['9am to 11am', '“9am to 11am” is a stretch of time, and not one time'],
    ['tomorrow 9am EST', 'times are read in Europe/Berlin, and “tomorrow 9am EST” names another zone'],
    ['friday at 9', '“friday at 9” may be in the morning or in the evening'],
    ['12/01 9am', '“12/01 9am” may be read with the day or with the month first'],
    ['01.12.2026 09:00', '“01.12.2026 09:00” may be read with the day or with the month first'],
    ['next month 9am', '“next month 9am” does not say on which day'],
    ['last monday 9am', '“last” does not say which day to come'],
    ['weekend 9am', '“weekend” does not say which day to come'],
    ['soon', 'nothing in it was understood'],
    ['Feb 30 9am', 'nothing in it was understood'],
  ])('refuses "%s": %s', (said, doubt) => {
    expect(() => meant(said)).toThrow(`Cannot read the time "${said}": ${doubt}`)
  })

  test.each(['yesterday 9am', '2 hours ago', 'today 9am'])('refuses "%s", which has passed', (said) => {
    expect(() => meant(said)).toThrow(`Cannot queue for "${said}": that was`)
  })

  test('read the clock on the wall over a change of it, and hours as they pass', () => {
    const eve = at('2026-03-28T20:00')
    expect(meant('tomorrow 9am', eve).at).toEqual(at('2026-03-29T07:00'))
    expect(meant('tomorrow 2:30am', eve)).toMatchObject({
      at: at('2026-03-29T01:00'),
      remark: expect.stringContaining('does not come') as unknown,
    })
    expect(meant('in 12 hours', eve).at).toEqual(at('2026-03-29T08:00'))
  })

  test('are read in the owner’s zone, whatever the machine’s is', () => {
    expect(meant('tomorrow 9am', at('2026-11-22T20:30'), 'Pacific/Auckland').at).toEqual(at('2026-11-23T20:00'))
    expect(meant('tomorrow 9am', at('2026-11-22T20:30'), 'America/Los_Angeles').at).toEqual(at('2026-11-23T17:00'))
  })
})
