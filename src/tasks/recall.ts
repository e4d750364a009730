import type { Job } from '../core/queue/job.ts'
import type { Ports } from '../ports.ts'

/** A job that was touched longer ago than this has made nothing that X still counts. Milliseconds. */
const recent = 48 * 3_600_000

/** A post that this store published, or is going to. */
export interface Recalled {
  readonly job: string
  readonly n: number
  readonly text: string
  readonly at: string
  /** `gone`: it was published, and taken back. */
  readonly state: 'live' | 'gone' | 'coming'
}

/**
 * The posts that were made around `at` by other jobs than `job`; with `ahead`, as for a thread that is no job yet, also those
 * that are queued for then.
 */
export async function recall(
  { at, job, ahead = job === null }: { readonly at: Date; readonly job: string | null; readonly ahead?: boolean },
  { store }: Pick<Ports, 'store'>,
): Promise<readonly Recalled[]> {
  const others = (await store.jobs()).filter((one) => one.id !== job && isNear(one, at))
  const made = await Promise.all(others.map((other) => postsOf(other, { isAhead: ahead }, store)))
  return made.flat()
}

function isNear({ at: due, history }: Job, at: Date): boolean {
  const times = [due, ...history.map((entry) => entry.at)].map((time) => Math.abs(Date.parse(time) - at.getTime()))
  return Math.min(...times) < recent
}

async function postsOf(
  { id, state, at, posts }: Job,
  { isAhead }: { readonly isAhead: boolean },
  store: Ports['store'],
): Promise<readonly Recalled[]> {
  const made = new Map<number, Pick<Recalled, 'at' | 'state'>>()
  for (const { intent, receipt } of await store.journal(id)) {
    const { kind } = receipt?.outcome ?? { kind: null }
    if (kind === 'applied' || kind === 'found') made.set(intent.n, { at: intent.at, state: 'live' })
    if (kind === 'removed') made.set(intent.n, { at: intent.at, state: 'gone' })
  }
  const isComing = isAhead && (state === 'queued' || state === 'posting')
  return posts.flatMap(({ n, text }): readonly Recalled[] => {
    const when = made.get(n) ?? (isComing ? { at, state: 'coming' as const } : null)
    return when === null ? [] : [{ job: id, n, text, ...when }]
  })
}
