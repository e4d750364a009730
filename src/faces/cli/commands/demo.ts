import { existsSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportRows } from '../../../core/report/tables.ts'
import { excerpt } from '../../../core/thread/excerpt.ts'
import { usd } from '../../../core/thread/price.ts'
import type { Workshop } from '../../../ports.ts'
import { openDesk } from '../../../tasks/desk.ts'
import { draft } from '../../../tasks/draft.ts'
import { propose } from '../../../tasks/propose.ts'
import { report } from '../../../tasks/report.ts'
import { reportPageOf } from '../../pages/report-of.ts'
import type { Context, Run } from '../command.ts'
import { jobLine } from '../say.ts'
import { table } from '../table.ts'
import { printThread, summaryOf } from '../thread.ts'
import { previewOf } from './preview.ts'

const slug = 'fair-use'
const sample = fileURLToPath(new URL(`../../../../posts/${slug}/article.md`, import.meta.url))

/** How many simulated readers see the thread. */
const readers = 1200

/** The demo's own settings: the owner's keys are not among them, so nothing can leave this machine. */
const environment = { BROADSIDE_HANDLE: '@thebroadside', BROADSIDE_PACE: '0s', BROADSIDE_SETTLE: '2s' }

export const run: Run = async ({ home, open, terminal }) => {
  const folder = join(home, '.demo')
  if (existsSync(folder)) terminal.note(`The demo begins anew: ${relative(process.cwd(), folder)} is emptied first.`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'posts', slug), { recursive: true })
  await cp(sample, join(folder, 'posts', slug, 'article.md'))
  const shop = await open(folder, environment, { progress: terminal })
  const sandbox = await shop.openSandbox({ port: 0, faults: null })
  try {
    await show({ folder, sandbox: sandbox.url }, shop, terminal)
  } finally {
    await sandbox.close()
    await shop.close()
  }
}

async function show(
  { folder, sandbox }: { folder: string; sandbox: string },
  shop: Workshop,
  terminal: Context['terminal'],
): Promise<void> {
  const { ink, print, say } = terminal
  const heading = (words: string) => print(`${ink.bold(ink.underline(words))}\n`)
  const desk = openDesk(shop)

  heading(`1. An article becomes a thread: posts/${slug}/article.md`)
  const drafted = await draft(slug, { cards: true }, shop)
  printThread(drafted.posts, shop.settings.limit, terminal)
  for (const { text, why } of drafted.dropped) print(ink.dim(`left out (${why}): ${excerpt(text, 80)}`))
  print(`\n${ink.bold(drafted.title)}: ${summaryOf(drafted.posts)} on X\n`)

  await writeFile(join(folder, 'preview.html'), await previewOf(slug, shop))

  heading('2. It is approved and published, in the sandbox that stands in for X')
  const now = shop.clock.now()
  const { shown } = await propose(slug, now, shop)
  const approved = await desk.ask('approve', { slug, at: now.toISOString(), late: 'hold', shown })
  const { rows, failure } = await desk.ask('tick', {})
  if (failure !== null) throw new Error(failure.message)
  for (const row of rows) print(`${jobLine(row, terminal)}\n`)

  heading(`3. ${readers} simulated readers come by, and every post is measured`)
  say('simulated readers are reading')
  await letRead(sandbox, (await shop.store.journal(approved.id))[0]?.receipt?.outcome)
  await desk.ask('measure', {})
  const reported = await report(null, shop)
  const { reports } = reported
  print(`${table(reportRows(reports, shop.settings.timezone), terminal)}\n`)

  await writeFile(join(folder, 'report.html'), reportPageOf(reported, shop))

  heading('4. Look at it')
  const at = (file: string) => relative(process.cwd(), join(folder, file))
  const spent = reports.reduce((whole, { cost }) => whole + (cost ?? 0), 0)
  const rowsOf = (pairs: readonly (readonly [string, string])[]) => {
    const width = Math.max(...pairs.map(([what]) => what.length)) + 3
    for (const [what, why] of pairs) print(`  ${what.padEnd(width)}${ink.dim(why)}`)
  }
  rowsOf([
    [at('preview.html'), 'the thread as X will show it'],
    [at('report.html'), 'what it earned (simulated), and where readers left'],
    [at(`posts/${slug}`), 'thread.md to edit, and the cards'],
    [at('data'), `the store: job, journal, samples, ledger (${usd(spent)} on X; nothing was spent)`],
    [`npx broadside --home ${at('')} sandbox`, 'the timeline as a page'],
    [`npx broadside --home ${at('')} status ${approved.id}`, 'every post of the thread'],
  ])
}

/** Tells the sandbox to let simulated readers come by: they see, like and repost, and many leave on the way. */
async function letRead(sandbox: string, first: { kind: string } | undefined): Promise<void> {
  const conversation = first !== undefined && 'id' in first ? first.id : ''
  const answer = await fetch(`${sandbox}/sandbox/readers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ conversation, readers, seed: 107 }),
  })
  if (!answer.ok) throw new Error(`the sandbox let nobody read: ${await answer.text()}`)
}
