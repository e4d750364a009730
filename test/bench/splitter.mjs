// Figures of the splitter, in the rows of bench.mjs. Run by itself, after the build, it prints them as JSON.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import twitter from '@ambassify/twitter-text'
import { readArticle } from '../../dist/core/article/read.js'
import { split } from '../../dist/core/thread/split/split.js'
import { weigh } from '../../dist/core/thread/weigh/weigh.js'

const root = new URL('../..', import.meta.url)
const sample = readFileSync(new URL('posts/fair-use/article.md', root), 'utf8')
const paragraphs = readArticle(sample)
  .text.split('\n\n')
  .filter((words) => words.length > 120)

/** Plain prose of about `length` letters, in paragraphs. */
function prose(length) {
  const all = ['A title']
  for (let size = 0, n = 0; size < length; n++) {
    all.push(paragraphs[n % paragraphs.length])
    size += all.at(-1).length + 2
  }
  return all.join('\n\n')
}

/** Milliseconds of processor time, of this process and all its threads. */
function cpu(work) {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]
const oracle = (text) => twitter.parseTweet(text).weightedLength

/** A measurement in a process of its own, where nothing is compiled yet. */
function cold(figure) {
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), figure], { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return Number(stdout)
}

/** Milliseconds that a process takes to import its first module. */
function importing(address) {
  const program = `const t = performance.now(); await import('${address}'); console.log(performance.now() - t)`
  return Number(spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).stdout)
}

/** The median of five, each in turn beside the other, once both have run. */
function ratioWarm(ours, theirs) {
  const all = Array.from({ length: 7 }, () => [cpu(ours), cpu(theirs)]).slice(2)
  return median(all.map(([one]) => one)) / median(all.map(([, other]) => other))
}

const alone = {
  'import-weigh': () => importing(new URL('dist/core/thread/weigh/weigh.js', root)),
  // All types: nothing is left of it.
  'import-nothing': () => importing(new URL('dist/core/article/article.js', root)),
  'split-warm': () => {
    const text = prose(1e6)
    return ratioWarm(
      () => split(readArticle(text)),
      () => oracle(text),
    )
  },
  'split-1': () => cpu(() => split(readArticle(prose(1e6)))),
  'split-10': () => cpu(() => split(readArticle(prose(1e7)))),
  'oracle-1': () => cpu(() => oracle(prose(1e6))),
}

export async function figures() {
  const text = prose(20_000)
  const [ours, theirs] = [weigh, oracle].map((count) => {
    for (let n = 0; n < 20; n++) count(text)
    return median(Array.from({ length: 9 }, () => cpu(() => Array.from({ length: 10 }, () => count(text)))))
  })
  const [one, ten, counter] = ['split-1', 'split-10', 'oracle-1'].map((name) =>
    median(Array.from({ length: 3 }, () => cold(name))),
  )
  const warm = cold('split-warm')
  const imports = Array.from({ length: 11 }, () => cold('import-weigh') - cold('import-nothing'))
  const { posts } = split(readArticle(sample), { closing: 'Please share' })
  const inner = posts.filter((post) => ['clause', 'word', 'grapheme'].includes(post.break))
  return [
    { figure: 'weigh, time over that of X’s own counter, prose', measured: ours / theirs, bound: 0.1, unit: '×' },
    { figure: 'import of weigh, beyond that of an empty module', measured: median(imports), bound: 5, unit: 'ms' },
    { figure: 'split of 1 MB, CPU over X’s own counter, both run before', measured: warm, bound: 3, unit: '×' },
    { figure: 'the same, each in a fresh process', measured: one / counter, bound: 3, unit: '×' },
    { figure: 'split of 10 MB over 1 MB', measured: ten / one, bound: 11, unit: '×' },
    { figure: 'the sample: posts with the closing', measured: posts.length, bound: 32, unit: '' },
    { figure: 'the sample: cuts inside a sentence; one fits no post', measured: inner.length, bound: 1, unit: '' },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name] = process.argv
  console.log(name === undefined ? JSON.stringify(await figures(), null, 2) : alone[name]())
}
