import fc from 'fast-check'
import { EditMap } from 'micromark-util-edit-map'
import { describe, expect, test, vi } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'

/** How many events the parser copies to edit them while `source` is read. */
function copiedIn(source: string): number {
  const { consume } = EditMap.prototype
  let copied = 0
  const counting = vi.spyOn(EditMap.prototype, 'consume').mockImplementation(function (this: EditMap, events) {
    const all = events as unknown[]
    all.slice = (from, to) => {
      const taken = Array.prototype.slice.call(all, from, to)
      copied += taken.length
      return taken
    }
    consume.call(this, events)
    Reflect.deleteProperty(all, 'slice')
  })
  readArticle(source)
  counting.mockRestore()
  return copied
}

describe('the edits of the Markdown parser', () => {
  test.each([
    ['headings that are underlined', (count: number) => 'a\n===\n'.repeat(count)],
    ['headings underlined by dashes', (count: number) => 'a\n---\n'.repeat(count)],
    ['footnotes', (count: number) => Array.from({ length: count }, (_, i) => `a[^${i}]\n\n[^${i}]: b\n\n`).join('')],
    ['quotations in an item', (count: number) => `1. a\n${'   > b\n\n'.repeat(count)}`],
    ['items of a line', (count: number) => `${'- '.repeat(20)}a\n`.repeat(count / 10)],
  ])('twice as many %s are no more than about twice the work', (_, written) => {
    expect(copiedIn(written(400))).toBeLessThan(3 * copiedIn(written(200)))
  })

  test('are carried out as they were asked for', () => {
    const edit = fc.record({ gap: fc.nat(3), removed: fc.nat(3), added: fc.array(fc.string(), { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.array(edit, { maxLength: 5 }), (list, edits) => {
        const map = new EditMap()
        const expected: string[] = []
        let at = 0
        for (const { gap, removed, added } of edits) {
          if (at + gap + removed > list.length) break
          expected.push(...list.slice(at, at + gap), ...added)
          at += gap
          map.add(at, removed, [...added] as never)
          at += removed
        }
        expected.push(...list.slice(at))
        const events = [...list]
        map.consume(events as never)
        expect(events).toEqual(expected)
      }),
    )
  })
})
