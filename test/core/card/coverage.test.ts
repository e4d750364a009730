import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageOf, steps } from '../../../src/core/card/coverage.ts'
import { edgesOf, readOutline } from '../../../src/core/card/outline.ts'

/** How much of each pixel of rows and columns from 0 a path covers, as parts of 1; y runs down. */
function covered(path: string, side: number): readonly (readonly number[])[] {
  const { whole, part } = coverageOf(edgesOf(readOutline(path), 1, 0))
  const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => 0))
  const put = (row: number, column: number, value: number): void => {
    const line = rows[row]
    if (line !== undefined) line[column] = value
  }
  for (let at = 0; at < whole.length; at += 3) {
    for (let column = whole[at + 1] ?? 0; column < (whole[at + 2] ?? 0); column += 1) put(whole[at] ?? 0, column, 1)
  }
  for (let at = 0; at < part.length; at += 3) put(part[at] ?? 0, part[at + 1] ?? 0, (part[at + 2] ?? 0) / steps)
  return rows
}

describe('coverageOf()', () => {
  test.each([
    [
      'a box of whole pixels',
      'M1,-1L3,-1L3,-3L1,-3Z',
      [
        [0, 0, 0],
        [0, 1, 1],
        [0, 1, 1],
      ],
    ],
    [
      'the same box drawn the other way',
      'M1,-1L1,-3L3,-3L3,-1Z',
      [
        [0, 0, 0],
        [0, 1, 1],
        [0, 1, 1],
      ],
    ],
    [
      'half a pixel at each side',
      'M0.5,0L2.5,0L2.5,-1L0.5,-1Z',
      [
        [0.5, 1, 0.5],
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    [
      'a quarter of a pixel',
      'M0,0L0.5,0L0.5,-0.5L0,-0.5Z',
      [
        [0.25, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    [
      'a hole',
      'M0,0L3,0L3,-3L0,-3ZM1,-1L1,-2L2,-2L2,-1Z',
      [
        [1, 1, 1],
        [1, 0, 1],
        [1, 1, 1],
      ],
    ],
    [
      'nothing',
      '',
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
  ])('covers %s exactly', (_, path, rows) => expect(covered(path, 3)).toEqual(rows))

  test('covers as much as a triangle is large, wherever it lies', () => {
    const at = fc.double({ min: 0, max: 12, noNaN: true })
    fc.assert(
      fc.property(at, at, at, at, at, at, (ax, ay, bx, by, cx, cy) => {
        const sum = covered(
          `M${[ax, -ay, bx, -by, cx, -cy].map((n) => n.toFixed(3)).join(' ')}Z`.replace(
            /^M(\S+ \S+) (\S+ \S+) /,
            'M$1L$2L',
          ),
          13,
        )
          .flat()
          .reduce((all, one) => all + one, 0)
        const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
        expect(Math.abs(sum - area)).toBeLessThan(1) // each edge pixel is off by half a step at most
      }),
    )
  })

  test('covers a circle of curves as a circle', () => {
    const k = 5.523
    const path = `M10,0C10,${k} ${k},10 0,10C${-k},10 -10,${k} -10,0C-10,${-k} ${-k},-10 0,-10C${k},-10 10,${-k} 10,0Z`
    const { whole, part } = coverageOf(edgesOf(readOutline(path), 1, 0))
    let area = 0
    for (let at = 0; at < whole.length; at += 3) area += (whole[at + 2] ?? 0) - (whole[at + 1] ?? 0)
    for (let at = 2; at < part.length; at += 3) area += (part[at] ?? 0) / steps
    expect(area).toBeCloseTo(Math.PI * 100, -1)
  })
})
