// Figures of the whole program, side by side in one run; printed as a table and, with --json, as JSON.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'dist', 'main.js')
const home = mkdtempSync(join(tmpdir(), 'broadside-bench-'))
mkdirSync(join(home, 'posts', 'fair-use'), { recursive: true })
cpSync(join(root, 'posts', 'fair-use', 'article.md'), join(home, 'posts', 'fair-use', 'article.md'))

/** User and system seconds of `times` runs of a command, as bash counts them. */
function cpu(command, times) {
  const loop = `TIMEFORMAT='%U %S'; time (for ((i = 0; i < ${times}; i++)); do ${command} > /dev/null 2>&1; done)`
  const { stderr } = spawnSync('bash', ['-c', loop], { encoding: 'utf8' })
  const [user, system] = stderr.trim().split(' ').map(Number)
  return (user + system) / times
}

function wall(args) {
  const from = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [program, '--home', home, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - from) / 1000
}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]
const rounds = Array.from({ length: 3 }, () => [cpu('node -e 0', 20), cpu(`node ${program} --version`, 20)])
const version = median(rounds.map(([bare, ours]) => ours / bare))

const cold = Array.from({ length: 5 }, () => {
  rmSync(join(home, 'posts', 'fair-use', 'thread.md'), { force: true })
  return wall(['draft', 'fair-use'])
})
const thread = join(home, 'posts', 'fair-use', 'thread.md')
const before = statSync(thread).mtimeMs
wall(['draft', 'fair-use'])
const figures = [
  { figure: 'broadside --version, CPU over node -e 0', measured: version, bound: 1.6, unit: '×' },
  { figure: 'draft of the sample with its cards, cold', measured: median(cold), bound: 1.2, unit: 's' },
  {
    figure: 'files that a second draft writes',
    measured: statSync(thread).mtimeMs === before ? 0 : 1,
    bound: 0,
    unit: '',
  },
]
rmSync(home, { recursive: true })

const benches = ['splitter', 'publishing', 'queue', 'scheduler', 'metrics', 'cards']
for (const bench of benches) {
  process.stderr.write(`measuring ${bench} …\n`)
  figures.push(...(await (await import(`./${bench}.mjs`)).figures()))
}

if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2))
else {
  const width = Math.max(...figures.map(({ figure }) => figure.length))
  for (const { figure, measured, bound, unit } of figures) {
    const mark = measured <= bound ? 'ok  ' : 'OVER'
    const limit = `(at most ${Number(bound.toFixed(2))}${unit})`
    console.log(`${mark}  ${figure.padEnd(width)} ${measured.toFixed(2).padStart(8)}${unit}  ${limit}`)
  }
}
