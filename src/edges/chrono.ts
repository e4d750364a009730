import { casual, type ParsedResult } from 'chrono-node/en'
import type { Phrase } from '../core/queue/phrase.ts'

/** Finds the times in `words` as English says them; `now` is what the clock on the wall shows: "2026-11-22T20:30:00". */
export function readPhrases(words: string, now: string): readonly Phrase[] {
  // The wall clock is read as if it stood in UTC: what it shows on another day is no matter of zones.
  const instant = new Date(`${now}Z`)
  return casual.parse(words, { instant, timezone: 0 }, { forwardDate: true }).map((found) => phraseOf(found, instant))
}

function phraseOf(found: ParsedResult, now: Date): Phrase {
  const { text, start, end } = found
  const [shown, all] = [start.date(), found.tags()]
  const isFromNow = all.has('result/relativeDateAndTime')
  return {
    words: text,
    local: shown.toISOString().slice(0, 19),
    fromNow: isFromNow ? shown.getTime() - now.getTime() : null,
    says: {
      day: !all.has('result/relativeDate') || start.isCertain('day') || start.isCertain('weekday'),
      time: start.isCertain('hour'),
      halfOfDay: start.isCertain('meridiem') || /\d[:.]\d\d|noon|midnight/i.test(text),
    },
    doubt: end ? 'end' : doubtOf(isFromNow, start.isCertain('timezoneOffset'), all),
  }
}

function doubtOf(isFromNow: boolean, namesZone: boolean, tags: ReadonlySet<string>): Phrase['doubt'] {
  if (namesZone && !isFromNow) return 'zone'
  return tags.has('parser/SlashDateFormatParser') ? 'figures' : null
}
