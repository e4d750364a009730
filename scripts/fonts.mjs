// Cuts the fonts that cards are drawn with into assets/fonts: small TTFs of one optical size and weight, with their
// licences and fonts.json, which says of which files each font is made. Run it again after changing what it cuts.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const folder = new URL('../assets/fonts/', import.meta.url)
const newsreader = new URL('../node_modules/@fontsource-variable/newsreader/', import.meta.url)
const inter = new URL('../node_modules/@expo-google-fonts/inter/', import.meta.url)

/** Newsreader comes in parts by alphabet, which shaping joins again; Inter comes whole. */
const alphabets = ['latin', 'latin-ext', 'vietnamese']

const cuts = [
  { font: 'newsreader-display', style: 'normal', axes: { opsz: 72, wght: 400 } },
  { font: 'newsreader-display-italic', style: 'italic', axes: { opsz: 72, wght: 400 } },
  { font: 'newsreader-poster', style: 'normal', axes: { opsz: 72, wght: 560 } },
  { font: 'newsreader-text', style: 'normal', axes: { opsz: 24, wght: 400 } },
  { font: 'newsreader-text-italic', style: 'italic', axes: { opsz: 24, wght: 400 } },
  { font: 'inter-medium', source: '500Medium/Inter_500Medium.ttf' },
  { font: 'inter-semibold', source: '600SemiBold/Inter_600SemiBold.ttf' },
]

const kept = ['kern', 'liga', 'locl', 'mark', 'mkmk', 'pnum']

/** What Inter keeps: Latin with its extensions, Vietnamese, punctuation, currencies, arrows. Text is composed before it is set. */
const latin = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1a0, 0x1b0],
  [0x218, 0x21b],
  [0x2c6, 0x2dd],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x2044, 0x2044],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2215],
]
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)))
  .join('')

/** The files that `cut` is made from, each with the name of the file it becomes. */
function partsOf({ font, style, source }) {
  if (source !== undefined) return [{ from: new URL(source, inter), to: `${font}.ttf`, letters: latin }]
  return alphabets.map((alphabet) => ({
    from: new URL(`files/newsreader-${alphabet}-standard-${style}.woff2`, newsreader),
    to: `${font}.${alphabet}.ttf`,
    letters: null,
  }))
}

await mkdir(folder, { recursive: true })
for (const name of await readdir(folder)) if (name.endsWith('.ttf')) await rm(new URL(name, folder))

const files = {}
let total = 0
for (const cut of cuts) {
  files[cut.font] = []
  for (const { from, to, letters } of partsOf(cut)) {
    const bytes = await subsetFont(await readFile(from), letters, {
      targetFormat: 'sfnt',
      keepAllGlyphs: letters === null,
      keepFeatures: kept,
      noHinting: true,
      ...(cut.axes === undefined ? {} : { variationAxes: cut.axes }),
    })
    await writeFile(new URL(to, folder), bytes)
    files[cut.font].push(to)
    total += bytes.length
  }
}
await writeFile(new URL('fonts.json', folder), `${JSON.stringify(files, null, 2)}\n`)
await copyFile(new URL('LICENSE', newsreader), new URL('newsreader-OFL.txt', folder))
await copyFile(new URL('LICENSE_FONT', inter), new URL('inter-OFL.txt', folder))
console.log(`${cuts.length} fonts, ${Math.round(total / 1024)} KB, in ${fileURLToPath(folder)}`)
