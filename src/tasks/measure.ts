import { metricsOf } from '../core/metrics/figures.ts'
import type { Sample } from '../core/metrics/sample.ts'
import { due } from '../core/metrics/schedule.ts'
import type { LivePost } from '../core/publication/live-post.ts'
import type { Ports } from '../ports.ts'
import { charge } from './charge.ts'

/** How far back the own timeline is read; what is older is looked up by its id, which costs five times as much. */
const timelineReach = 7 * 86_400_000
const idsAtOnce = 100

const unknown = { impressions: null, likes: null, reposts: null, replies: null, quotes: null, bookmarks: null }

/** One live post that may be measured. */
interface Measurable {
  readonly job: string
  readonly n: number
  readonly id: string
  readonly publishedAt: string
}

/** Samples the posts that are due, and gives back the samples it wrote. Asks the network for nothing when none is. */
export async function measure(
  ports: Pick<Ports, 'clock' | 'store' | 'network' | 'progress'>,
): Promise<readonly Sample[]> {
  const { clock, store } = ports
  const { samples } = await store.samples()
  const posts = due(await measurables(ports), samples, clock.now())
  const oldest = posts.map(({ publishedAt }) => publishedAt).toSorted()[0]
  if (oldest === undefined) return []
  ports.progress.say(`measuring ${posts.length} posts`)
  const live = await look(posts, ports)
  const at = clock.now().toISOString()
  const measured = posts.map(({ job, n, id }) => {
    const found = live.get(id)
    return { at, job, n, id, deleted: found === undefined, ...(found ? metricsOf(found.figures) : unknown) }
  })
  await store.record(measured)
  return measured
}

async function measurables({ store }: Pick<Ports, 'store'>): Promise<readonly Measurable[]> {
  const jobs = await store.jobs()
  const posts = await Promise.all(
    jobs.map(async ({ id: job }) =>
      (await store.journal(job)).flatMap(({ intent, receipt }) => {
        if (receipt?.outcome.kind !== 'applied' && receipt?.outcome.kind !== 'found') return []
        return [{ job, n: intent.n, id: receipt.outcome.id, publishedAt: intent.at }]
      }),
    ),
  )
  return posts.flat()
}

/** Reads the own timeline as far as it is cheap, and looks up by id what it does not show. */
async function look(
  posts: readonly Measurable[],
  ports: Pick<Ports, 'clock' | 'store' | 'network'>,
): Promise<ReadonlyMap<string, LivePost>> {
  const network = await ports.network()
  const reach = new Date(ports.clock.now().getTime() - timelineReach).toISOString()
  const recent = posts.filter(({ publishedAt }) => publishedAt > reach)
  const since = recent.map(({ publishedAt }) => Date.parse(publishedAt)).toSorted((a, b) => a - b)[0]
  const found = new Map<string, LivePost>()
  if (since !== undefined) {
    const { id } = await network.me()
    const live = await network.timeline(id, new Date(since - 60_000))
    await charge(ports, { call: 'owned-read', job: null, count: live.length })
    for (const post of live) found.set(post.id, post)
  }
  const missing = posts.filter(({ id }) => !found.has(id)).map(({ id }) => id)
  for (let from = 0; from < missing.length; from += idsAtOnce) {
    const live = await network.lookup(missing.slice(from, from + idsAtOnce))
    await charge(ports, { call: 'read', job: null, count: live.length })
    for (const post of live) found.set(post.id, post)
  }
  return found
}
