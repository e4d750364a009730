import { expect, test } from 'vitest'
import { senseCost } from '../../../src/core/card/sense.ts'

test.each([
  ['before an article, not after it', 'we weigh ', 'the law', 'we weigh the ', 'law'],
  ['before a preposition, not after it', 'a matter ', 'of law', 'a matter of ', 'law'],
  ['before a name, not inside it', 'wrote ', 'Joseph Story', 'wrote Joseph ', 'Story'],
  ['before a name, not between it and its number', 'see ', 'Section 107', 'see Section ', '107'],
  ['before an initial, not after it', 'wrote ', 'J. Story', 'wrote J. ', 'Story'],
  ['after a comma rather than before its word', 'its purpose, ', 'its use', 'its ', 'purpose, its use'],
  ['before a word, not inside it', 'one ', 'well-known case', 'one well-', 'known case'],
  ['after a dash, not before it', 'the law — ', 'or so', 'the law ', '— or so'],
  ['at the end of a sentence rather than at a comma', 'It ends. ', 'Now', 'It ends, ', 'now'],
])('senseCost() breaks %s', (_, good, afterGood, bad, afterBad) => {
  expect(senseCost(good, afterGood)).toBeLessThan(senseCost(bad, afterBad))
})
