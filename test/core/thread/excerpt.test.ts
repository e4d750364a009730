import { describe, expect, test } from 'vitest'
import { excerpt } from '../../../src/core/thread/excerpt.ts'

describe('excerpt()', () => {
  test.each([
    ['a short text whole', 'Facts are free.', 20, 'Facts are free.'],
    ['lines as one', 'One\n\n  two', 20, 'One · two'],
    ['the beginning of a long text, cut between words', 'Facts are free to use.', 14, 'Facts are …'],
    ['no comma before the mark of omission', 'Facts, and ideas', 9, 'Facts …'],
    ['a long word in part', 'Donaudampfschifffahrt', 6, 'Donaud …'],
    ['no half of an emoji', 'aaaaa😉', 6, 'aaaaa …'],
  ])('gives %s', (_, text, most, expected) => {
    expect(excerpt(text, most)).toBe(expected)
  })
})
