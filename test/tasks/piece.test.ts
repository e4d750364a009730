import { describe, expect, test } from 'vitest'
import { readSettings } from '../../src/core/settings.ts'
import { machineChance } from '../../src/edges/chance.ts'
import { adoptArticle } from '../../src/tasks/adopt-article.ts'
import { readPiece } from '../../src/tasks/piece.ts'

const bytes = Buffer.from('# On power\n\nA few words of it.\n')

/** Folders of pieces in memory. */
function aHome(files = new Map<string, Uint8Array>()) {
  const pieces = {
    list: async () => [...files.keys()].map((path) => path.split('/')[0] ?? ''),
    read: async (slug: string, file: string) => files.get(`${slug}/${file}`) ?? null,
    write: async (slug: string, written: ReadonlyMap<string, string | Uint8Array>) => {
      for (const [file, content] of written) files.set(`${slug}/${file}`, Buffer.from(content))
      return [...written.keys()]
    },
    path: (slug: string, file: string) => `posts/${slug}/${file}`,
  }
  return { pieces, chance: machineChance, settings: readSettings({}, { timezone: 'UTC' }) }
}

describe('adoptArticle()', () => {
  test.each([
    ['My Article (2).md', 'my-article-2'],
    ['Été à Paris.txt', 'ete-a-paris'],
    ['论文.md', 'article'],
    [`${'on-power-'.repeat(22)}and-more.md`, 'on-power-'.repeat(8) + 'on-power'],
    [`${'a'.repeat(196)}.md`, 'a'.repeat(80)],
    [`b-${'a'.repeat(196)}.md`, `b-${'a'.repeat(78)}`],
  ])('makes of the file %s a piece whose name is short enough for all that is named after it', async (name, slug) => {
    const home = aHome()
    const given = { name, bytes, beside: async () => null, replace: false }
    expect(await adoptArticle(given, home)).toEqual({ slug, problems: [], replaced: [] })
    expect((await readPiece(slug, home)).article.title).toBe('On power')
  })
})

describe('readPiece()', () => {
  test('refuses a folder whose name is too long for a receipt to be named after it', async () => {
    const slug = 'a'.repeat(81)
    const home = aHome(new Map([[`${slug}/article.md`, bytes]]))
    await expect(readPiece(slug, home)).rejects.toThrow('its name has 81 letters')
  })
})
