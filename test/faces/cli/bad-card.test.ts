import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside } from '../../home.ts'

const logo = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`
const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#369' } })
  .jpeg()
  .toBuffer()

/** The head of a photo that says it has 200 megapixels. */
async function vast(): Promise<Uint8Array> {
  const photo = await sharp(jpeg).png().toBuffer()
  photo.writeUInt32BE(20_000, 16)
  photo.writeUInt32BE(10_000, 20)
  photo.writeUInt32BE(crc32(photo.subarray(12, 29)), 29)
  return photo
}

const vastPhoto = await vast()

async function draw(args: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const home = await aFolder()
  await mkdir(join(home, 'posts'))
  for (const [file, content] of Object.entries(files)) await writeFile(join(home, file), content)
  const placed = args.map((arg) => (Object.hasOwn(files, arg) ? join(home, arg) : arg))
  return broadside(home, ['card', ...placed, '--out', join(home, 'card.png')])
}

describe('broadside card refuses in a sentence, with exit code 2', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string | Uint8Array>>, string]>([
    ['an empty quote', [' '], {}, 'the quote is empty'],
    ['a quote of signs that are not seen', ['\u202e\u2066\u200b'], {}, 'the quote is empty'],
    ['a quote that does not fit', ['word '.repeat(600)], {}, 'does not fit at the smallest size'],
    [
      'a handle that is too long',
      ['Words stand here.', '--handle', '@a_handle_that_is_too_long'],
      {},
      'it is no handle of X',
    ],
    ['a handle with a space', ['Words stand here.', '--handle', 'two words'], {}, 'it is no handle of X'],
    ['a colour that is none', ['Words stand here.', '--colour', 'red'], {}, 'it is no colour'],
    ['a logo that is not there', ['Words stand here.', '--logo', 'no.svg'], {}, 'there is no logo no.svg'],
    ['a photo that is not there', ['Words stand here.', '--photo', 'no.jpg'], {}, 'there is no photo no.jpg'],
    ['a theme of photos without one', ['Words stand here.', '--theme', 'photo'], {}, 'there is no photo'],
    ['a logo with a script', ['Words.', '--logo', 'a.svg'], { 'a.svg': logo('<script/>') }, 'it has a script'],
    [
      'a logo with a picture from outside',
      ['Words.', '--logo', 'a.svg'],
      { 'a.svg': logo('<image href="https://example.org/a.png"/>') },
      'it has a reference to something outside it',
    ],
    [
      'a logo that is cut off',
      ['Words.', '--logo', 'a.png'],
      { 'a.png': Uint8Array.from(vastPhoto.subarray(0, 60)).fill(0, 16, 24).fill(9, 19, 20).fill(9, 23, 24) },
      'it cannot be read',
    ],
    ['a photo of 200 megapixels', ['Words.', '--photo', 'a.png'], { 'a.png': vastPhoto }, 'it has 200 megapixels'],
    [
      'a photo that is cut off',
      ['Words.', '--photo', 'a.jpg'],
      { 'a.jpg': jpeg.subarray(0, 500) },
      'it cannot be read',
    ],
    ['a photo that is none', ['Words.', '--photo', 'a.jpg'], { 'a.jpg': 'hello' }, 'it cannot be read'],
  ])('%s', async (_, args, files, words) => {
    const { exitCode, stdout, stderr } = await draw(args, files)
    expect(stderr).toContain(words)
    expect(stderr).toMatch(/^Cannot .*\.\n\S.*\.?\n$/)
    expect(stdout).toBe('')
    expect(exitCode).toBe(2)
  })
})

describe('broadside card draws', () => {
  test.each<[string, string]>([
    ['markup as text', '<script>alert("&")</script> is text.'],
    ['without control characters', 'Power\u0001 is\u0007 borrowed.'],
    ['without signs that turn text around', 'Power is \u202edeworrob\u202c.'],
    ['a word of 300 letters', `A${'b'.repeat(298)}c.`],
    ['a handle without its @', 'Power is borrowed.'],
  ])('%s', async (_, quote) => {
    const { exitCode, stderr } = await draw([quote, '--handle', 'ann_example'])
    expect(exitCode).toBe(0)
    expect(stderr).toContain('@ann_example')
  })

  test('a logo that can hardly be made out, and says so', async () => {
    const faint = logo('<path fill="#f0ece0" d="M0 0h9v9H0z"/>')
    const { exitCode, stderr } = await draw(['Power is borrowed.', '--logo', 'a.svg'], { 'a.svg': faint })
    expect(exitCode).toBe(0)
    expect(stderr).toContain('The logo can hardly be made out on a card in the theme broadsheet')
    expect(stderr).toContain('Give a darker one')
  })
})
