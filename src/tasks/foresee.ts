import { spell } from '../core/queue/spell.ts'
import type { Ports } from '../ports.ts'
import { allowance } from './allowance.ts'
import { overdraft } from './preflight.ts'

type Needs = Pick<Ports, 'clock' | 'settings' | 'store'>

/** A thread that is to go out at a time. */
export interface Planned {
  readonly at: Date
  readonly posts: readonly { readonly n: number; readonly price: number }[]
}

/**
 * What may come in the way of threads that are no jobs yet, in sentences: another thread near them, X's limits of a day,
 * the budget.
 */
export async function foresee(threads: readonly Planned[], ports: Needs): Promise<readonly string[]> {
  const said: string[] = []
  for (const { at, posts } of threads) {
    said.push(...(await neighbours({ id: null, at }, ports)), ...(await shortfall(posts, at, ports)))
  }
  const short = await overdraft({ posts: threads.flatMap(({ posts }) => posts) }, ports)
  return short === null ? said : [...said, `It will be held: ${short}.`]
}

/** Where a thread's time is near another's. `id`: of its job, null for none yet. */
export async function neighbours(
  { id, at }: { readonly id: string | null; readonly at: Date },
  { settings, store }: Pick<Ports, 'settings' | 'store'>,
): Promise<readonly string[]> {
  const others = (await store.jobs()).filter((job) => job.id !== id && ['queued', 'held'].includes(job.state))
  const near = others.filter((job) => Math.abs(Date.parse(job.at) - at.getTime()) < settings.distance)
  return near
    .slice(0, 1)
    .map((job) => `Another thread goes out near it: ${job.id}, ${spell(new Date(job.at), settings.timezone)}.`)
}

/** Why X may not take all of a thread on its day. */
async function shortfall(posts: Planned['posts'], at: Date, ports: Needs): Promise<readonly string[]> {
  const allowed = await allowance(posts, { at, job: null }, ports)
  if (allowed.kind === 'enough') return []
  const { timezone } = ports.settings
  const could = allowed.kind === 'short' ? 'It cannot be finished on its day' : 'It may not be finished on its day'
  const room = allowed.until === null ? '' : ` There is room from ${spell(new Date(allowed.until), timezone)} on.`
  return [`${could}: ${allowed.fact}. What X refuses waits, and goes on by itself.${room}`]
}
