// Whether a machine can read the cards: tesseract reads back quotes drawn in each flat theme, and the letters that it gets
// right are counted. Skipped, with a sentence, where tesseract is not installed.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
const size = { width: 1600, height: 900 }

/** Sentences of every length a card has, with what is hard to read: figures, dashes, accents, capitals, emphasis. */
const quotes = [
  'Power is borrowed.',
  'A promise that costs nothing to keep was never a promise at all.',
  'Fair use is not a permission that somebody grants you; it is a defence that you must be ready to argue.',
  'What we call the present is only the part of the past that has not yet been contradicted.',
  'Nobody reads the terms; everybody lives under them.',
  'The border moved in the night, and in the morning the same people woke up in another country.',
  'We do not fear the flood because it is wet. We fear it because it does not stop to ask who we are.',
  'Between the law and its purpose there is a gap, and in that gap judges live.',
  'In 1976 Congress wrote down four factors, and for half a century courts have argued about which one comes first.',
  'A quotation is a loan: it must be returned whole, with the name of its owner on it.',
  'Every generation inherits a house it did not build, complains about the roof, and leaves the cellar to its children.',
  'Memory is not a record of what happened but of what we could bear to keep.',
  'The question is not whether machines can think; the question is whether we will go on doing so when they can.',
  'An empire does not fall when its walls are breached. It falls when nobody remembers what the walls were for.',
  'Zoë’s café in Kraków sold maps of countries that no longer exist, and business was good.',
  'You can measure a river every day of your life and never once be asked what it is for.',
  'If justice is blind, it is also hard of hearing, slow of foot, and long of memory – which may be the best that can be said of it.',
  'Trust grows like a tree and burns like one.',
  'The first casualty of war is said to be truth; the second is the patience to look for it.',
  'Democracy is a conversation that must never end, held by people who would rather be doing something else, about things that none of them can decide alone.',
]

/** Rows of `{ figure, measured, bound, unit }`: the share of letters that were not read right. */
export async function figures() {
  if (spawnSync('tesseract', ['--version']).status !== 0) {
    process.stderr.write('Skipped reading the cards by machine: tesseract is not installed.\n')
    return []
  }
  const themes = await read()
  return themes.map(({ theme, right }) => ({
    figure: `letters of the ${theme} that tesseract misreads`,
    measured: 100 * (1 - right),
    bound: 2,
    unit: '%',
  }))
}

async function read() {
  const { drawCard, themes, painter, shaper } = await tools()
  const found = []
  for (const { name } of [...themes.values()].filter(({ photo }) => !photo)) {
    let [letters, right] = [0, 0]
    for (const quote of quotes) {
      const words = { quote, title: 'On quoting', handle: '@ann_example', name: 'Ann Example' }
      const card = await drawCard({ words, theme: name, size, as: 'png' }, { shaper, themes, painter })
      const meant = lettersOf(quote)
      letters += meant.length
      right += common(meant, lettersOf(ocr(card.bytes)))
    }
    found.push({ theme: name, right: right / letters })
  }
  return found
}

/** What tesseract reads on a picture that is one block of text. */
function ocr(png) {
  const { stdout, status, stderr } = spawnSync('tesseract', ['stdin', 'stdout', '--psm', '6'], {
    input: png,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  })
  if (status !== 0) throw new Error(String(stderr))
  return String(stdout)
}

/** Letters and figures alone, without accents: signs and spaces are another matter. */
function lettersOf(text) {
  return Array.from(text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, ''))
}

/** How many letters of `a` stand in `b`, in their order (the longest common subsequence). */
function common(a, b) {
  let before = Array.from({ length: b.length + 1 }, () => 0)
  for (const letter of a) {
    const here = [0]
    for (const [column, other] of b.entries()) {
      here.push(letter === other ? before[column] + 1 : Math.max(before[column + 1], here[column]))
    }
    before = here
  }
  return before.at(-1)
}

async function tools() {
  const load = (file) => import(new URL(`dist/${file}`, root).href)
  const [{ loadShaper }, { loadThemes }, { sharpPainter }, { drawCard }] = await Promise.all(
    ['edges/harfbuzz.js', 'edges/themes.js', 'edges/sharp.js', 'tasks/draw.js'].map(load),
  )
  const shaper = await loadShaper(new URL('assets/fonts/', root))
  const themes = await loadThemes(new URL('assets/themes/', root))
  return { drawCard, shaper, themes, painter: sharpPainter() }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await figures())
