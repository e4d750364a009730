import type { QueueRow } from '../../core/publication/rows.ts'
import { currentSince } from '../../core/queue/current.ts'
import type { Job } from '../../core/queue/job.ts'
import { spellTime } from '../../core/queue/spell.ts'
import type { Workshop } from '../../ports.ts'
import { differences } from '../../tasks/differences.ts'
import { queueRows } from '../../tasks/show.ts'
import type { Context } from './command.ts'
import { sayNetwork, stateInk } from './say.ts'
import { table } from './table.ts'

/** The queue: as JSON all of it, for a person what still concerns one, or with --all the rest too. */
export async function listQueue({ json, options, terminal }: Context, shop: Workshop): Promise<void> {
  const showsAll = json || Boolean(options['all'])
  const shown = await jobsShown(showsAll, shop)
  const differs = await differences(shown, shop)
  if (json) return terminal.json((await queueRows(shown, shop)).map((row) => withDifference(row, differs)))
  sayNetwork(shop, terminal)
  const rows = await queueRows(shown, shop)
  const { bold } = terminal.ink
  if (rows.length === 0) terminal.print('Nothing is queued. Draft a piece, then "broadside queue <slug>".')
  else terminal.print(table(queueTable(rows, partsOf(shown), { shop, terminal }), terminal))
  for (const { id, why } of rows) if (why !== null) terminal.print(`\n${bold(id)}: ${why}`)
  for (const [id, fact] of differs) terminal.print(`\n${bold(id)}: ${fact}`)
  await sayHidden(shown, shop, terminal)
}

/** Every job, or those that still concern somebody. */
export function jobsShown(all: boolean, { clock, store }: Workshop): Promise<readonly Job[]> {
  return store.jobs(all ? undefined : { endedSince: currentSince(clock.now()) })
}

/** How many jobs are not shown, where there are any. */
export async function sayHidden(
  shown: readonly Job[],
  { store }: Workshop,
  { note }: Pick<Context['terminal'], 'note'>,
): Promise<void> {
  const hidden = (await store.countJobs()) - shown.length
  if (hidden > 0)
    note(`${hidden} ${hidden === 1 ? 'job that was' : 'jobs that were'} over a week ago: --all shows them too.`)
}

/** The row, and where its piece says otherwise now, how. */
export function withDifference<R extends { readonly id: string }>(
  row: R,
  differs: ReadonlyMap<string, string>,
): R & { readonly differs?: string } {
  const fact = differs.get(row.id)
  return fact === undefined ? row : { ...row, differs: fact }
}

/** Which thread of a series each job is: "2 of 3". */
function partsOf(jobs: readonly Job[]): ReadonlyMap<string, string> {
  return new Map(jobs.flatMap(({ id, part }) => (part === undefined ? [] : [[id, `${part.n} of ${part.of}`]])))
}

function queueTable(
  rows: readonly QueueRow[],
  parts: ReadonlyMap<string, string>,
  { shop: { settings }, terminal: { ink } }: { readonly shop: Workshop; readonly terminal: Context['terminal'] },
): Parameters<typeof table>[0] {
  const inSeries = (cell: string) => (parts.size === 0 ? [] : [cell])
  return {
    head: ['job', ...inSeries('part'), 'state', `when (${settings.timezone})`, 'live'],
    rows: rows.map(({ id, state, at, posts, published }) => [
      id,
      ...inSeries(parts.get(id) ?? ''),
      stateInk(state, ink)(state),
      spellTime(new Date(at), settings.timezone),
      `${published}/${posts}`,
    ]),
  }
}
