import { expect, test } from 'vitest'
import { weigh, weigher } from '../../../../src/core/thread/weigh/weigh.ts'
import { nastyTexts, oracle } from '../oracle.ts'

/** How many random texts are weighed; a million when the counter itself was touched. */
const runs = Number(process.env['BROADSIDE_ORACLE_RUNS'] ?? 100_000)

test(`weigh() counts what X's own counter counts, on ${runs} random texts`, () => {
  for (const text of nastyTexts(runs, 20261122)) {
    const expected = oracle.parseTweet(text).weightedLength
    if (weigh(text) !== expected) expect({ text, weight: weigh(text) }).toEqual({ text, weight: expected })
  }
})

test('weigher() weighs every stretch between white space as weigh() does', () => {
  for (const text of nastyTexts(20_000, 7)) {
    const between = weigher(text)
    const cuts = [...text.matchAll(/[ \n\u3000]/g)].map(({ index }) => index)
    for (const start of [0, ...cuts.map((cut) => cut + 1)]) {
      for (const end of [...cuts, text.length].filter((cut) => cut >= start)) {
        // The counter has a rule of its own for the first letter of a post, so the space before it is weighed with it.
        const expected =
          start === 0 ? weigh(text.slice(0, end)) : weigh(text.slice(start - 1, end)) - weigh(text.charAt(start - 1))
        if (between(start, end) !== expected) {
          expect({ text, start, end, weight: between(start, end) }).toEqual({ text, start, end, weight: expected })
        }
      }
    }
  }
})
