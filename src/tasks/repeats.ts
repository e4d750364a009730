import type { Problem } from '../core/problem.ts'
import { memory, repeatsOf, type Repeat } from '../core/publication/repeats.ts'
import { liveIds } from '../core/publication/step.ts'
import type { Job } from '../core/queue/job.ts'
import { spell } from '../core/queue/spell.ts'
import type { Settings } from '../core/settings.ts'
import type { Ports } from '../ports.ts'
import { recall } from './recall.ts'

/** A post that X takes once it has forgotten another one. */
export type Clash = Repeat & { readonly until: string }

/** When a thread goes out, and of which job it is; null for one that is no job yet. */
interface About {
  readonly at: Date
  readonly job: string | null
  /** Whether what is queued for that day counts too; by default for what is no job yet. */
  readonly ahead?: boolean
}

/** The posts of a thread that say what this store published, or is going to, within a day of it. */
export async function repeats(
  posts: readonly { readonly n: number; readonly text: string }[],
  about: About,
  ports: Pick<Ports, 'store'>,
): Promise<readonly Repeat[]> {
  const before = (await recall(about, ports))
    .filter(({ state }) => state !== 'gone')
    .map(({ job, n, text, at }) => ({ text, name: `post ${n} of ${job}`, at }))
  return repeatsOf(posts, { before, at: about.at })
}

/** Of `found` the one that X refuses longest; null where it refuses none, or for ever. */
export function lastClash(found: readonly Repeat[]): Clash | null {
  return found.filter(isClash).reduce<Clash | null>((last, one) => (last && last.until > one.until ? last : one), null)
}

/** What keeps the rest of a job from going out at `at`, as far as is published by now. */
export async function clashOf(
  { id, posts }: Job,
  { at, ahead = false }: { readonly at: Date; readonly ahead?: boolean },
  ports: Pick<Ports, 'store'>,
): Promise<Clash | null> {
  const live = liveIds(await ports.store.journal(id))
  const rest = posts.filter(({ n }) => !live.has(n))
  return lastClash(await repeats(rest, { at, job: id, ahead }, ports))
}

/** What the owner is told of the repeats in a thread for `at`. */
export function problemsOf(
  found: readonly Repeat[],
  at: Date,
  { timezone }: Pick<Settings, 'timezone'>,
): readonly Extract<Problem, { code: 'post-repeated' }>[] {
  return found.map(({ n, of, until }) => {
    if (until === null) return { code: 'post-repeated', n, of, until, waits: 'this' }
    // The one that goes out first is taken.
    const isFirst = at.getTime() < Date.parse(until) - memory
    const taken = isFirst ? at.getTime() + memory : Date.parse(until)
    return { code: 'post-repeated', n, of, until: spell(new Date(taken), timezone), waits: isFirst ? 'other' : 'this' }
  })
}

function isClash(found: Repeat): found is Clash {
  return found.until !== null
}
