// Cuts the fonts that cards are drawn with into assets/fonts: small TTFs of one optical size and weight, with their
// licences and fonts.json, which says of which files each font is made. Run it again after changing what it cuts.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const folder = new URL('../assets/fonts/', import.meta.url)
const newsreader = new URL('../node_modules/@fontsource-variable/newsreader/', import.meta.url)
const inter = new URL('../node_modules/@expo-google-fonts/inter/', import.meta.url)
const plexMono = new URL('../node_modules/@expo-google-fonts/ibm-plex-mono/', import.meta.url)

/** Newsreader comes in parts by alphabet, which shaping joins again; the others come whole. */
const alphabets = ['latin', 'latin-ext', 'vietnamese']

const kept = ['kern', 'liga', 'locl', 'mark', 'mkmk', 'pnum']

/** Latin with its extensions, Vietnamese, punctuation, currencies, arrows. Text is composed before it is set. */
const latin = lettersIn([
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
])

/** What stands in code besides: more arrows, signs of logic and mathematics, frames, blocks, and ticks. */
const drawn = lettersIn([
  [0x2194, 0x21ff],
  [0x2200, 0x22ff],
  [0x2500, 0x25ff],
  [0x2713, 0x2717],
])

const cuts = [
  { font: 'newsreader-display', style: 'normal', axes: { opsz: 72, wght: 400 } },
  { font: 'newsreader-display-italic', style: 'italic', axes: { opsz: 72, wght: 400 } },
  { font: 'newsreader-poster', style: 'normal', axes: { opsz: 72, wght: 560 } },
  { font: 'newsreader-text', style: 'normal', axes: { opsz: 24, wght: 400 } },
  { font: 'newsreader-text-italic', style: 'italic', axes: { opsz: 24, wght: 400 } },
  { font: 'inter-medium', source: new URL('500Medium/Inter_500Medium.ttf', inter), letters: latin },
  { font: 'inter-semibold', source: new URL('600SemiBold/Inter_600SemiBold.ttf', inter), letters: latin },
  {
    font: 'code-mono',
    source: new URL('400Regular/IBMPlexMono_400Regular.ttf', plexMono),
    letters: latin + drawn,
    renamed: [
      ['IBM Plex', 'Code Set'],
      ['IBMPlex', 'CodeSet'],
    ],
  },
]

function lettersIn(ranges) {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)))
    .join('')
}

/** The files that `cut` is made from, each with the name of the file it becomes. */
function partsOf({ font, style, source, letters }) {
  if (source !== undefined) return [{ from: source, to: `${font}.ttf`, letters }]
  return alphabets.map((alphabet) => ({
    from: new URL(`files/newsreader-${alphabet}-standard-${style}.woff2`, newsreader),
    to: `${font}.${alphabet}.ttf`,
    letters: null,
  }))
}

/** A font with other names in it, letter for letter: a licence may reserve the name for the font as it was. */
function withNames(bytes, names) {
  const utf16 = (text) => Buffer.from(text, 'utf16le').swap16()
  for (const [from, to] of names) {
    for (let at = bytes.indexOf(utf16(from)); at !== -1; at = bytes.indexOf(utf16(from))) utf16(to).copy(bytes, at)
  }
  return bytes
}

await mkdir(folder, { recursive: true })
for (const name of await readdir(folder)) if (name.endsWith('.ttf')) await rm(new URL(name, folder))

const files = {}
let total = 0
for (const cut of cuts) {
  files[cut.font] = []
  for (const { from, to, letters } of partsOf(cut)) {
    const subset = await subsetFont(await readFile(from), letters, {
      targetFormat: 'sfnt',
      keepAllGlyphs: letters === null,
      keepFeatures: kept,
      noHinting: true,
      ...(cut.axes === undefined ? {} : { variationAxes: cut.axes }),
    })
    const bytes = withNames(subset, cut.renamed ?? [])
    await writeFile(new URL(to, folder), bytes)
    files[cut.font].push(to)
    total += bytes.length
  }
}
await writeFile(new URL('fonts.json', folder), `${JSON.stringify(files, null, 2)}\n`)
await copyFile(new URL('LICENSE', newsreader), new URL('newsreader-OFL.txt', folder))
await copyFile(new URL('LICENSE_FONT', inter), new URL('inter-OFL.txt', folder))
await copyFile(new URL('LICENSE_FONT', plexMono), new URL('code-mono-OFL.txt', folder))
console.log(`${cuts.length} fonts, ${Math.round(total / 1024)} KB, in ${fileURLToPath(folder)}`)
