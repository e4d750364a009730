import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { cheapest, costOfPost, sectionsBefore } from '../../../../src/core/thread/split/cheapest.ts'
import type { Measured } from '../../../../src/core/thread/split/measure.ts'
import type { Place } from '../../../../src/core/thread/split/place.ts'
import { placesIn } from '../../../../src/core/thread/split/places.ts'
import { weigher } from '../../../../src/core/thread/weigh/weigh.ts'

function costOf(places: readonly Place[], ends: readonly number[], measured: Measured): number {
  const sections = sectionsBefore(places)
  return ends.reduce((sum, to, at) => sum + costOfPost(places, { from: ends[at - 1] ?? 0, to, sections }, measured), 0)
}

/** The cost of the cheapest of all threads there are. */
function leastOfAll(places: readonly Place[], measured: Measured): number {
  const inner = Array.from({ length: places.length - 2 }, (_, at) => at + 1)
  let least = Infinity
  for (let choice = 0; choice < 2 ** inner.length; choice++) {
    const ends = [...inner.filter((_, at) => (choice >> at) & 1), places.length - 1]
    const crossed = ends.some((to, at) => places.slice((ends[at - 1] ?? 0) + 1, to).some(({ kind }) => kind === 'hard'))
    if (!crossed) least = Math.min(least, costOf(places, ends, measured))
  }
  return least
}

const sentence = fc.constantFrom(
  'One.',
  'Two words.',
  '@home is here.',
  'He said “no. Never.” and left.',
  'As follows:',
  'It was (as they say) late, which mattered.',
)
const block = fc.oneof(
  fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' ')),
  fc.constantFrom('## A heading', '- one\n- two', '---', '> A quotation.'),
)

describe('cheapest()', () => {
  test('is as cheap as the cheapest of all ways to part a small article', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 12, max: 120 }),
        (blocks, room) => {
          const article = readArticle(['Words to begin with.', ...blocks].join('\n\n'))
          const measured = { room, weightOf: weigher(article.text) }
          const places = placesIn(article, measured)
          fc.pre(places.length <= 14)
          const least = leastOfAll(places, measured)
          fc.pre(least < Infinity)
          expect(costOf(places, cheapest(places, measured), measured)).toBeCloseTo(least, 6)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
