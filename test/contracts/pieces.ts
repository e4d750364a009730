import { expect, test } from 'vitest'
import type { Pieces } from '../../src/ports.ts'

const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes)

/** What every folder of pieces must keep to. */
export function piecesContract(name: string, open: () => Promise<Pieces>): void {
  test(`${name}: an empty one has no pieces, and read() gives null`, async () => {
    const pieces = await open()
    expect(await pieces.list()).toEqual([])
    expect(await pieces.read('piece', 'article.md')).toBeNull()
  })

  test(`${name}: read() gives back what write() took, text and bytes`, async () => {
    const pieces = await open()
    const files = new Map<string, string | Uint8Array>([
      ['thread.md', 'Words, “quoted” 🧵'],
      ['card-1.png', new Uint8Array([137, 80, 78, 71])],
    ])
    expect(await pieces.write('piece', files)).toEqual(['thread.md', 'card-1.png'])
    expect(text(await pieces.read('piece', 'thread.md'))).toBe('Words, “quoted” 🧵')
    expect([...((await pieces.read('piece', 'card-1.png')) ?? [])]).toEqual([137, 80, 78, 71])
    expect(await pieces.list()).toEqual(['piece'])
  })

  test(`${name}: write() writes only what differs, and says what it wrote`, async () => {
    const pieces = await open()
    await pieces.write(
      'piece',
      new Map([
        ['a.md', 'one'],
        ['b.md', 'two'],
      ]),
    )
    expect(
      await pieces.write(
        'piece',
        new Map([
          ['a.md', 'one'],
          ['b.md', 'three'],
        ]),
      ),
    ).toEqual(['b.md'])
    expect(text(await pieces.read('piece', 'b.md'))).toBe('three')
  })
}
