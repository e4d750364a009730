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

test.each([
  ['de', 'Macht ist der ', 'Anfang'],
  ['de-AT', 'so geht es mit ', 'Macht'],
  ['fr', 'le prix de ', 'la liberté'],
  ['es', 'el precio de la ', 'libertad'],
  ['pl', 'to jest w ', 'domu'],
  ['ru', 'он был в ', 'доме'],
])('senseCost() ends no line of %s in a word that clings: %s', (language, before, after) => {
  expect(senseCost(before, after, language)).toBeGreaterThan(1)
})

test.each([
  ['力は借りものであり、', 'いつか', '力は借りものであ', 'り、いつか'],
  ['言葉を', '借りて', '言', '葉を借りて'],
  ['法廷で争う', '覚悟', '法廷で', '争う覚悟'],
])('senseCost() breaks Japanese after %s', (good, afterGood, bad, afterBad) => {
  expect(senseCost(good, afterGood, 'ja')).toBeLessThanOrEqual(senseCost(bad, afterBad, 'ja'))
})
