import { z } from 'zod'
import { InputError } from '../core/errors.ts'
import { differencesOf } from '../core/publication/compare.ts'
import type { Intent, Journal } from '../core/publication/journal.ts'
import { idIn } from '../core/publication/link.ts'
import { liveIds } from '../core/publication/step.ts'
import type { Job } from '../core/queue/job.ts'
import type { Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'
import { postPriceOf } from './post-once.ts'
import { refuseElsewhere } from './refuse-elsewhere.ts'
import { find } from './steer.ts'

/** Which post of which job the owner found, and where. */
export const Adoption = z.object({ id: z.string(), n: z.coerce.number(), url: z.string() })

type Needs = Pick<Ports, 'chance' | 'clock' | 'store'> & { network: Network }

/**
 * Takes a live post for post `n` of a held job, which then goes on after it. The post must be what was approved.
 * @throws InputError when the job is not held, the post is not next, or what is live there is something else.
 */
export async function adopt({ id: name, n, url }: z.infer<typeof Adoption>, ports: Needs): Promise<Job> {
  const job = await find(name, ports)
  refuseElsewhere('adopt a post for', job, ports.network)
  const journal = await ports.store.journal(job.id)
  const published = liveIds(journal)
  const post = nextOf(job, { n, published })
  const id = idIn(url)
  if (id === null) throw refusal(n, `"${url}" is not the address of a post`, 'Copy the address of the post.')
  if ([...published.values()].includes(id)) {
    throw refusal(n, `${id} is another post of this thread already`, 'Copy the address of the right post.')
  }
  const [live] = await ports.network.lookup([id])
  await charge(ports, { call: 'read', job: job.id, count: live ? 1 : 0 })
  if (live === undefined) throw refusal(n, `X shows no post ${id}`, 'Copy the address of the post; it must be public.')
  const differences = differencesOf(post, live, published.get(n - 1) ?? null)
  if (differences.length > 0) {
    throw refusal(
      n,
      `that post is not what you approved: ${differences.join('; ')}`,
      'Copy the address of the right post.',
    )
  }
  await write({ job, n, found: id, replyTo: live.replyTo, mediaKeys: [...live.mediaKeys] }, journal, ports)
  return job
}

/** Posts are adopted in their order: what a post answers is known only then. */
function nextOf(
  job: Job,
  { n, published }: { n: number; published: ReadonlyMap<number, string> },
): Job['posts'][number] {
  if (job.state !== 'held') {
    throw refusal(n, `${job.id} is ${job.state}, not held`, `Hold it first: broadside hold ${job.id}`)
  }
  const post = job.posts[n - 1]
  if (post === undefined) throw refusal(n, `${job.id} has ${job.posts.length} posts`, 'Count from 1.')
  if (published.has(n))
    throw refusal(n, `it is live already, as ${published.get(n)}`, `See "broadside status ${job.id}".`)
  if (published.size < n - 1)
    throw refusal(n, `post ${published.size + 1} comes first`, 'Adopt the posts in their order.')
  return post
}

interface Find extends Pick<Intent, 'replyTo' | 'mediaKeys'> {
  readonly job: Job
  readonly n: number
  readonly found: string
}

async function write({ job, n, found, replyTo, mediaKeys }: Find, journal: Journal, ports: Needs): Promise<void> {
  const { chance, clock, store } = ports
  const post = job.posts[n - 1]
  const at = clock.now().toISOString()
  const last = journal.findLast(({ intent }) => intent.n === n)
  const attempt = last?.intent.attempt ?? 1
  if (last === undefined) {
    const textSha256 = chance.sha256(post?.text ?? '')
    await store.intend({
      schema: 1,
      job: job.id,
      n,
      attempt,
      at,
      nonce: chance.nonce(),
      textSha256,
      replyTo,
      mediaKeys,
    })
  }
  await store.receive({ schema: 1, job: job.id, n, attempt, at, outcome: { kind: 'found', id: found } })
  // A post whose answer was lost was paid for; one that the owner made by hand was not.
  if (last?.receipt === null) await charge(ports, { call: 'post', job: job.id, usd: postPriceOf(post) })
}

function refusal(n: number, fact: string, hint: string): InputError {
  return new InputError('not-adopted', { message: `Cannot adopt post ${n}: ${fact}`, hint })
}
