import { describe, expect, test } from 'vitest'
import { openStatusLine, outlookWords, untilWords } from '../../../src/faces/cli/status-line.ts'

function aTerminal(columns: number) {
  let written = ''
  const stream = { columns, write: (text: string) => ((written += text), true) } as unknown as NodeJS.WriteStream
  return { line: openStatusLine(stream, (text) => text), written: () => written }
}

/** What a terminal shows after `written`: each wipe empties the line under way. */
function shown(written: string): readonly string[] {
  return written.split('\n').map((line) => line.split('\r\u001B[2K').at(-1) ?? '')
}

describe('a status line', () => {
  test('stays at the foot while other lines pass above it', () => {
    const { line, written } = aTerminal(80)
    line.show('nothing is queued')
    line.above('posted a\n')
    line.show('next: b')
    expect(shown(written())).toEqual(['posted a', 'next: b'])
  })

  test('leaves nothing behind', () => {
    const { line, written } = aTerminal(80)
    line.show('next: b')
    line.clear()
    expect(shown(written())).toEqual([''])
  })

  test('never wraps', () => {
    const { line, written } = aTerminal(20)
    line.show('next: a very long name of a piece')
    expect(shown(written())[0]).toHaveLength(19)
  })
})

describe('the words of a status line', () => {
  const at = { now: new Date('2027-01-04T06:47:00.000Z'), timezone: 'Europe/Berlin' }
  const next = { id: 'fair-use-ab12', slug: 'fair-use', at: '2027-01-04T09:00:00.000Z' }

  test('say what is next, when, and what needs the owner', () => {
    expect(outlookWords({ queued: 3, posting: 0, held: 1, next }, at)).toBe(
      'next: fair-use, Mon 4 Jan 2027, 10:00 (in 2 h 13 min) · 3 queued · 1 held: see "broadside status"',
    )
    expect(outlookWords({ queued: 0, posting: 0, held: 0, next: null }, at)).toBe('nothing is queued')
  })

  test.each([
    [-5_000, 'due'],
    [1, 'in 1 min'],
    [59 * 60_000, 'in 59 min'],
    [3_600_000, 'in 1 h'],
    [8_000_000, 'in 2 h 14 min'],
    [26 * 3_600_000, 'in 1 d 2 h'],
  ])('%i ms is said as "%s"', (milliseconds, words) => {
    expect(untilWords(milliseconds)).toBe(words)
  })
})
