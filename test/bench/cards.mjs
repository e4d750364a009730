// What a card costs, side by side in one run with what else draws one in Node: the same quotes, the same font, the same
// size, one core. The rivals are installed in a folder of their own when this runs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { figures as readingFigures } from './reading.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rivals = fileURLToPath(new URL('rivals/', import.meta.url))
const size = { width: 1600, height: 900 }
const count = 500
/** Rivals take so much longer that every tenth quote must do. */
const every = 10

/** Rows of `{ figure, measured, bound, unit }`; a figure that is to be large is given the other way round. */
export async function figures() {
  if (!existsSync(join(rivals, 'node_modules', 'satori'))) {
    const npm = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
      cwd: rivals,
      encoding: 'utf8',
    })
    if (npm.status !== 0) throw new Error(`Cannot install the rivals in ${rivals}: ${npm.stderr}`)
  }
  const { means, kilobytes } = child('times')
  const { megabytes } = child('memory')
  const row = (figure, measured, bound, unit) => ({ figure, measured, bound, unit })
  return [
    row('a card over a blank RGB encode', means.ours / means.blank, 2, '×'),
    row('a card over one by satori + resvg', means.ours / means.resvg, 1 / 6, '×'),
    row('a card over one by satori + sharp', means.ours / means.sharp, 1, '×'),
    row('a card over one by takumi', means.ours / means.takumi, 1 / 1.4, '×'),
    row('a card as a plane over one as SVG', means.ours / means.svg, 1 / 2, '×'),
    row('the largest flat card', kilobytes, 90, 'KB'),
    row(`peak memory after ${count} cards`, megabytes, 200, 'MB'),
    row('first card of a cold process', cold(), 400, 'ms'),
    ...(await readingFigures()),
  ]
}

/** Runs a part of this file in a process of its own, on one core where the system can pin it. */
function child(part) {
  const command = [process.execPath, fileURLToPath(import.meta.url), part]
  const pin = ['taskset', '-c', '0']
  const [program, ...rest] = spawnSync(pin[0], [...pin.slice(1), 'true']).status === 0 ? [...pin, ...command] : command
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

function cold() {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-bench-'))
  const args = [join(root, 'dist', 'main.js'), '--home', folder, 'card', quotes()[0], '--out', join(folder, 'card.png')]
  const walls = Array.from({ length: 7 }, () => {
    const from = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return performance.now() - from
  })
  rmSync(folder, { recursive: true })
  return median(walls)
}

/** Sentences of 8 to 37 words, all of them different. */
function quotes() {
  const words = readFileSync(join(root, 'posts', 'fair-use', 'article.md'), 'utf8').match(/[A-Za-z]+[,;]?/g)
  return Array.from({ length: count }, (_, n) => {
    const from = (n * 13) % (words.length - 40)
    return `${words.slice(from, from + 8 + ((n * 7) % 30)).join(' ')}.`
  })
}

async function tools(sharp) {
  const load = (file) => import(pathToFileURL(join(root, 'dist', file)).href)
  const [{ loadShaper }, { loadThemes }, { sharpPainter }, { drawCard }, { layOut }, { toSvg }] = await Promise.all(
    [
      'edges/harfbuzz.js',
      'edges/themes.js',
      'edges/sharp.js',
      'tasks/draw.js',
      'core/card/layout.js',
      'core/card/svg.js',
    ].map(load),
  )
  const assets = pathToFileURL(join(root, 'assets/'))
  const shaper = await loadShaper(new URL('fonts/', assets))
  const themes = await loadThemes(new URL('themes/', assets))
  const painter = sharpPainter()
  const about = { title: 'What Section 107 says', handle: '@ann_example', name: 'Ann Example' }
  const order = (quote) => ({ words: { quote, ...about }, theme: 'broadsheet', size, as: 'png' })
  return {
    async draw(quote) {
      const card = await drawCard(order(quote), { shaper, themes, painter })
      if (card.kind === 'problem') throw new Error(JSON.stringify(card.problem))
      return card.bytes
    },
    async drawSvg(quote) {
      const { layout } = layOut(order(quote).words, themes.get('broadsheet'), size, shaper)
      return sharp(Buffer.from(toSvg(layout, shaper)))
        .png()
        .toBuffer()
    },
  }
}

async function memory() {
  const { draw } = await tools()
  for (const quote of quotes()) await draw(quote)
  // What the system counts as a child's peak begins with its parent's, where /proc does not tell better.
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
  return { megabytes: peak / 1024 }
}

async function times() {
  const require = createRequire(join(rivals, 'package.json'))
  // CommonJS gives the module itself as the default, and what it exports as default within that.
  const use = async (name) => (await import(pathToFileURL(require.resolve(name)).href)).default
  const { default: sharp } = await import(pathToFileURL(createRequire(import.meta.url).resolve('sharp')).href)
  sharp.concurrency(1)
  const { default: satori } = await use('satori')
  const { Resvg } = await use('@resvg/resvg-js')
  const { Renderer } = await use('@takumi-rs/core')
  const { draw, drawSvg } = await tools(sharp)
  const font = readFileSync(join(root, 'assets', 'fonts', 'newsreader-display.latin.ttf'))
  const fonts = [{ name: 'Newsreader', data: font, weight: 400, style: 'normal' }]
  const renderer = new Renderer()
  const blank = Buffer.alloc(size.width * size.height * 3, 240)
  const satoriSvg = (quote) => satori(element(quote), { ...size, fonts })
  const ways = {
    ours: draw,
    svg: drawSvg,
    blank: () =>
      sharp(blank, { raw: { ...size, channels: 3 } })
        .png()
        .toBuffer(),
    resvg: async (quote) => new Resvg(await satoriSvg(quote), { font: { loadSystemFonts: false } }).render().asPng(),
    sharp: async (quote) =>
      sharp(Buffer.from(await satoriSvg(quote)))
        .png()
        .toBuffer(),
    takumi: (quote) => renderer.render(node(quote), { ...size, format: 'png', fonts: [font] }),
  }
  const all = quotes()
  for (const way of Object.values(ways)) for (const quote of all.slice(0, 5)) await way(quote)
  const spent = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
  let largest = 0
  for (const [n, quote] of all.entries()) {
    for (const [name, way] of Object.entries(ways)) {
      if (n % every !== 0 && name !== 'ours' && name !== 'blank') continue
      const from = performance.now()
      const bytes = await way(quote)
      spent[name].push(performance.now() - from)
      if (name === 'ours') largest = Math.max(largest, bytes.length)
    }
  }
  const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  return {
    means: Object.fromEntries(Object.entries(spent).map(([name, numbers]) => [name, mean(numbers)])),
    kilobytes: largest / 1000,
  }
}

const paper = { backgroundColor: '#f7f2ea', color: '#1b1814', width: '100%', height: '100%' }
const column = { display: 'flex', flexDirection: 'column', justifyContent: 'space-between', padding: 120 }
const about = 'What Section 107 says  @ann_example  Ann Example'

function element(quote) {
  const text = (children, fontSize) => ({
    type: 'div',
    props: { style: { fontSize, fontFamily: 'Newsreader' }, children },
  })
  return { type: 'div', props: { style: { ...paper, ...column }, children: [text(`“${quote}”`, 64), text(about, 28)] } }
}

function node(quote) {
  const text = (words, fontSize) => ({ type: 'text', text: words, style: { fontSize, color: paper.color } })
  return { type: 'container', style: { ...paper, ...column }, children: [text(`“${quote}”`, 64), text(about, 28)] }
}

function median(all) {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]
}

const part = { times, memory }[process.argv[2]]
if (part !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await part()))
else if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await figures())
