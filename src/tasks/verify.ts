import { compare, type Compared } from '../core/publication/compare.ts'
import { linkTo } from '../core/publication/link.ts'
import type { LivePost } from '../core/publication/live-post.ts'
import type { Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'
import { recount } from './recount.ts'
import { refuseElsewhere } from './refuse-elsewhere.ts'
import { find } from './steer.ts'

const idsAtOnce = 100

/** A job beside its live thread, as `verify --json` shows it. */
export interface Verified {
  readonly id: string
  readonly slug: string
  /** Whether every post is live as it was approved. */
  readonly same: boolean
  readonly posts: readonly Compared[]
}

/**
 * Reads the live thread of a job back, each post by its id, and compares it with the approved one.
 * @throws WorldError when it could not be read.
 */
export async function verify(
  name: string,
  ports: Pick<Ports, 'clock' | 'progress' | 'settings' | 'store'> & { network: Network },
): Promise<Verified> {
  const job = await find(name, ports)
  refuseElsewhere('verify', job, ports.network)
  const { live: published, removed } = await recount(job, ports)
  const ids = [...published.values()]
  ports.progress.say(`reading ${ids.length} posts back`)
  const live: LivePost[] = []
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    live.push(...(await ports.network.lookup(ids.slice(from, from + idsAtOnce))))
  }
  await charge(ports, { call: 'read', job: job.id, count: live.length })
  const posts = compare(job, { published, removed, live }, (id) => linkTo(id, ports.settings))
  return { id: job.id, slug: job.slug, same: posts.every(({ state }) => state === 'same'), posts }
}
