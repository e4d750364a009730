import { InputError } from '../../../core/problem.ts'
import type { QueueRow } from '../../../core/publication/rows.ts'
import { Late } from '../../../core/queue/job.ts'
import { timeOf } from '../../../core/queue/time.ts'
import type { Workshop } from '../../../ports.ts'
import { proposeAll, type Proposal } from '../../../tasks/approve.ts'
import { openDesk } from '../../../tasks/desk.ts'
import { overdraft } from '../../../tasks/preflight.ts'
import { queueRows } from '../../../tasks/show.ts'
import type { Context, Run } from '../command.ts'
import { jobLine, sayNetwork, stateInk, when } from '../say.ts'
import { table } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { printProblems, printThreads, summaryOf } from '../thread.ts'

export const run: Run = async (context) => {
  const shop = await context.workshop()
  const [slug] = context.args
  return slug === undefined ? list(context, shop) : approve(slug, context, shop)
}

async function list({ json, terminal }: Context, shop: Workshop): Promise<void> {
  const rows = await queueRows(await shop.store.jobs(), shop)
  if (json) return terminal.json(rows)
  sayNetwork(shop, terminal)
  if (rows.length === 0) return terminal.print('Nothing is queued. Draft a piece, then "broadside queue <slug>".')
  terminal.print(table(queueTable(rows, shop, terminal), terminal))
  for (const { id, why } of rows) if (why !== null) terminal.print(`\n${terminal.ink.bold(id)}: ${why}`)
}

function queueTable(rows: readonly QueueRow[], { settings }: Workshop, { ink }: Terminal): Parameters<typeof table>[0] {
  return {
    head: ['job', 'state', 'when', 'live'],
    rows: rows.map(({ id, state, at, posts, published }) => [
      id,
      stateInk(state, ink)(state),
      when(at, settings.timezone),
      `${published}/${posts}`,
    ]),
  }
}

/** Shows exactly what will be sent and what it costs, asks, and freezes it. */
async function approve(slug: string, { options, json, terminal }: Context, shop: Workshop): Promise<number> {
  const { settings, clock } = shop
  const at = timeOf(String(options['at'] ?? 'now'), { now: clock.now(), timezone: settings.timezone })
  const late = lateOf(options['late'] ?? settings.late)
  const proposals = await proposeAll(slug, at, shop)
  if (!json) await show(proposals, shop, terminal)
  if (!options['yes'] && !(await mayQueue(terminal, json))) {
    terminal.note('Nothing was queued.')
    return 1
  }
  const rows = await approveAll(slug, proposals, late, shop)
  if (json) terminal.json(rows.length === 1 ? rows[0] : rows)
  else {
    for (const row of rows) terminal.print(jobLine(row, terminal))
    terminal.note('It goes out with "broadside start" running, or at the next "broadside tick" after its time.')
  }
  return 0
}

/** Exactly what will be sent, when, and what it costs. */
async function show(proposals: readonly Proposal[], shop: Workshop, terminal: Terminal): Promise<void> {
  const { timezone, limit } = shop.settings
  sayNetwork(shop, terminal)
  printThreads(proposals, limit, terminal)
  for (const { part, posts, at, warnings } of proposals) {
    printProblems(warnings, terminal)
    const which = part === null ? '' : `Part ${part.n} of ${part.of}: `
    terminal.print(`${terminal.ink.bold(which + summaryOf(posts))}, for ${when(at.toISOString(), timezone)}`)
  }
  const posts = proposals.flatMap((proposal) => proposal.posts.map((post) => ({ ...post, card: null })))
  const short = await overdraft({ posts }, shop)
  if (short !== null) terminal.note(`It will be held: ${short}.`)
}

/** Freezes the threads one after the other; where one cannot be, those before it are taken out again. */
async function approveAll(
  slug: string,
  proposals: readonly Proposal[],
  late: Late,
  shop: Workshop,
): Promise<readonly QueueRow[]> {
  const desk = openDesk(shop)
  const rows: QueueRow[] = []
  try {
    for (const { part, at, shown } of proposals)
      rows.push(await desk.ask('approve', { slug, part: part?.n ?? null, at: at.toISOString(), late, shown }))
  } catch (cause) {
    for (const { id } of rows) await desk.ask('cancel', { id })
    throw cause
  }
  return rows
}

async function mayQueue(terminal: Terminal, json: boolean): Promise<boolean> {
  if (terminal.canAsk && !json) return terminal.ask('Publish exactly this?')
  throw new InputError('not-approved', {
    message: 'Cannot queue without approval: there is no terminal to ask on',
    hint: 'Look at the thread with "broadside draft", then queue it with --yes.',
  })
}

function lateOf(given: string | boolean): Late {
  const late = Late.safeParse(given)
  if (late.success) return late.data
  throw new InputError('late', {
    message: `Cannot queue with --late ${String(given)}: there is no such policy`,
    hint: `Choose one of ${Late.options.join(', ')}.`,
  })
}
