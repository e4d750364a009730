import { InputError } from '../../../core/errors.ts'
import type { QueueRow } from '../../../core/publication/rows.ts'
import { Late } from '../../../core/queue/job.ts'
import { spell } from '../../../core/queue/spell.ts'
import type { Workshop } from '../../../ports.ts'
import { openDesk } from '../../../tasks/desk.ts'
import { readTime } from '../../../tasks/find-time.ts'
import { foresee } from '../../../tasks/foresee.ts'
import { proposeNext, type Next } from '../../../tasks/propose-next.ts'
import { proposeAll, type Proposal } from '../../../tasks/propose.ts'
import type { Context, Run } from '../command.ts'
import { listQueue } from '../queue-list.ts'
import { jobLine, sayNetwork } from '../say.ts'
import type { Terminal } from '../terminal.ts'
import { printProblems, printThreads, summaryOf } from '../thread.ts'

export const run: Run = async (context) => {
  const shop = await context.workshop()
  const [slug] = context.args
  return slug === undefined ? listQueue(context, shop) : approve(slug, context, shop)
}

/** Shows exactly what will be sent and what it costs, asks, and freezes it. */
async function approve(slug: string, { options, json, terminal }: Context, shop: Workshop): Promise<number> {
  const late = lateOf(options['late'] ?? shop.settings.late)
  const planned = await plan(slug, options['at'], shop)
  const { proposals, isSlot } = planned
  if (!json) await show(planned, shop, terminal)
  if (!options['yes'] && !(await mayQueue(terminal, json))) {
    terminal.note('Nothing was queued.')
    return 1
  }
  const rows = await approveAll(slug, proposals, { late, isSlot }, shop)
  if (json) terminal.json(rows.length === 1 ? rows[0] : rows)
  else {
    for (const row of rows) {
      terminal.print(`${jobLine(row, terminal)}\n  ${spell(new Date(row.at), shop.settings.timezone)}`)
    }
    terminal.note('It goes out with "broadside start" running, or at the next "broadside tick" after its time.')
  }
  return 0
}

interface Planned extends Next {
  /** Whether the first thread's time is a slot, and not what the owner said. */
  readonly isSlot: boolean
}

/** The threads at the time that was said; where none was, in the next free slot, or now where no slots are set. */
async function plan(slug: string, said: string | boolean | undefined, shop: Workshop): Promise<Planned> {
  const { clock, settings } = shop
  if (said === 'next' || (said === undefined && settings.slots.length > 0)) {
    return { ...(await proposeNext(slug, shop)), isSlot: true }
  }
  const { at, remark } = said === undefined ? { at: clock.now(), remark: atOnce } : await readTime(String(said), shop)
  return { proposals: await proposeAll(slug, at, shop), remark, isSlot: false }
}

const atOnce = 'It goes out at once: no slots are set. Set them with BROADSIDE_SLOTS, or say when with --at'

/** Exactly what will be sent, when, what it costs, and what may come in the way. */
async function show({ proposals, remark }: Planned, shop: Workshop, terminal: Terminal): Promise<void> {
  const { timezone, limit } = shop.settings
  sayNetwork(shop, terminal)
  printThreads(proposals, limit, terminal)
  for (const { part, posts, at, warnings } of proposals) {
    printProblems(warnings, terminal)
    const which = part === null ? '' : `Part ${part.n} of ${part.of}: `
    terminal.print(`${terminal.ink.bold(which + summaryOf(posts))}, for ${spell(at, timezone)}`)
  }
  if (remark !== null) terminal.note(`${remark}.`)
  for (const sentence of await foresee(proposals, shop)) terminal.note(sentence)
}

/** Freezes the threads one after the other; where one cannot be, those before it are taken out again. */
async function approveAll(
  slug: string,
  proposals: readonly Proposal[],
  { late, isSlot }: { readonly late: Late; readonly isSlot: boolean },
  shop: Workshop,
): Promise<readonly QueueRow[]> {
  const desk = openDesk(shop)
  const rows: QueueRow[] = []
  try {
    for (const [index, { part, at, network, shown }] of proposals.entries()) {
      const slot = shop.settings.slots.length > 0 && (isSlot || index > 0)
      const approval = { slug, part: part?.n ?? null, at: at.toISOString(), slot, late, network, shown }
      rows.push(await desk.ask('approve', approval))
    }
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
