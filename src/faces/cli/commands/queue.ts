import { InputError } from '../../../core/problem.ts'
import type { QueueRow } from '../../../core/publication/rows.ts'
import { Late } from '../../../core/queue/job.ts'
import { timeOf } from '../../../core/queue/time.ts'
import type { Workshop } from '../../../ports.ts'
import { propose } from '../../../tasks/approve.ts'
import { openDesk } from '../../../tasks/desk.ts'
import { overdraft } from '../../../tasks/preflight.ts'
import { queueRows } from '../../../tasks/show.ts'
import type { Context, Run } from '../command.ts'
import { jobLine, sayNetwork, stateInk, when } from '../say.ts'
import { table } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { printThread, summaryOf } from '../thread.ts'

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
  const { posts, shown } = await propose(slug, at, shop)
  if (!json) {
    sayNetwork(shop, terminal)
    printThread(posts, settings.limit, terminal)
    terminal.print(`${terminal.ink.bold(summaryOf(posts))}, for ${when(at.toISOString(), settings.timezone)}`)
    const short = await overdraft({ posts: posts.map((post) => ({ ...post, card: null })) }, shop)
    if (short !== null) terminal.note(`It will be held: ${short}.`)
  }
  if (!options['yes'] && !(await mayQueue(terminal, json))) {
    terminal.note('Nothing was queued.')
    return 1
  }
  const row = await openDesk(shop).ask('approve', { slug, at: at.toISOString(), late, shown })
  if (json) terminal.json(row)
  else {
    terminal.print(jobLine(row, terminal))
    terminal.note('It goes out with "broadside start" running, or at the next "broadside tick" after its time.')
  }
  return 0
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
