import { repeatsOf, type Repeat, type Said } from '../core/publication/repeats.ts'
import type { Job } from '../core/queue/job.ts'
import type { Ports } from '../ports.ts'

/** A job that was touched longer ago than this has nothing that X still remembers. Milliseconds. */
const recent = 48 * 3_600_000

/**
 * The posts of a thread for `at` that say what this store published within a day of it. Where it is no job yet (`job` is
 * null), what is queued for that day counts too: the one that comes first will be published.
 */
export async function repeats(
  posts: readonly { readonly n: number; readonly text: string }[],
  { at, job }: { at: Date; job: string | null },
  ports: Pick<Ports, 'store'>,
): Promise<readonly Repeat[]> {
  const others = (await ports.store.jobs()).filter((one) => one.id !== job && isNear(one, at))
  const said = await Promise.all(others.map((other) => sayings(other, { isAhead: job === null }, ports)))
  return repeatsOf(posts, { before: said.flat(), at })
}

function isNear({ at: due, history }: Job, at: Date): boolean {
  const times = [due, ...history.map((entry) => entry.at)].map((time) => Math.abs(Date.parse(time) - at.getTime()))
  return Math.min(...times) < recent
}

/** What a job published; and, looking ahead, what it is going to at the time for which it is queued. */
async function sayings(
  { id, state, at, posts }: Job,
  { isAhead }: { isAhead: boolean },
  { store }: Pick<Ports, 'store'>,
): Promise<readonly Said[]> {
  const published = new Map<number, string>()
  for (const { intent, receipt } of await store.journal(id)) {
    if (receipt?.outcome.kind === 'applied' || receipt?.outcome.kind === 'found') published.set(intent.n, intent.at)
  }
  const isComing = isAhead && (state === 'queued' || state === 'posting')
  return posts.flatMap(({ n, text }) => {
    const when = published.get(n) ?? (isComing ? at : null)
    return when === null ? [] : [{ text, name: `post ${n} of ${id}`, at: when }]
  })
}
