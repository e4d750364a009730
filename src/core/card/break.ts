import LineBreaker from 'linebreak'
import type { Galley } from './galley.ts'
import { senseCost } from './sense.ts'

/** A place where a line may end: glyph `end` is the first that no longer stands on it, `next` the first of the next line. */
export interface Opportunity {
  readonly end: number
  readonly next: number
  /** How ill the line ends there; see `senseCost`. */
  readonly cost: number
}

/** Every place where a line of `galley` may end (UAX #14), in order; the last is the end of the text. */
export function opportunities({ text, indexAt, glyphs }: Galley, language = 'en'): readonly Opportunity[] {
  const breaker = new LineBreaker(text)
  const found: Opportunity[] = []
  for (let at = breaker.nextBreak(); at !== null && at.position < text.length; at = breaker.nextBreak()) {
    if (glyphs[indexAt[at.position] ?? 0]?.cluster !== at.position) continue // within an emoji
    const [before, after] = [
      text.slice(Math.max(0, at.position - near), at.position),
      text.slice(at.position, at.position + near),
    ]
    found.push({
      end: indexAt[at.position - before.length + before.trimEnd().length] ?? 0,
      next: indexAt[at.position] ?? 0,
      cost: senseCost(before, after, language) + (partsPhrase(at.position) ? 0.1 : 0),
    })
  }
  return [...found, { end: glyphs.length, next: glyphs.length, cost: 0 }]

  function partsPhrase(offset: number): boolean {
    const [before, after] = [glyphs[(indexAt[offset] ?? 0) - 1], glyphs[indexAt[offset] ?? 0]]
    return before?.role === 'emphasis' && after?.role === 'emphasis'
  }
}

/** So much of the text on either side tells how a line ends. */
const near = 60
