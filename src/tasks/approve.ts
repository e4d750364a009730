import { z } from 'zod'
import { InputError } from '../core/errors.ts'
import { Instant, Late, NetworkName, type Job } from '../core/queue/job.ts'
import { isFreeAt } from '../core/queue/slots.ts'
import { takenBy } from '../core/queue/taken.ts'
import type { Ports } from '../ports.ts'
import { freeze } from './freeze.ts'
import { proposePart } from './propose.ts'
import { refuseTwice } from './refuse-twice.ts'

/** What an owner approves: a piece's thread, exactly as it was shown, for a time. */
export const Approval = z.object({
  slug: z.string(),
  /** Which thread of a series; null for a piece of one thread. */
  part: z.number().int().positive().nullable().default(null),
  at: Instant,
  /** Whether the time is a slot, which another thread may have taken meanwhile. */
  slot: z.boolean().default(false),
  late: Late,
  /** Where it is to go, as its owner was told; by default where the process sends that queues it. */
  network: NetworkName.optional(),
  /** {@link fingerprintOf} the posts that were shown. */
  shown: z.string(),
})
export type Approval = z.input<typeof Approval>

type Needs = Pick<Ports, 'chance' | 'clock' | 'pieces' | 'sandboxed' | 'settings' | 'store'>

/**
 * Freezes a thread and its pictures as a job.
 * @throws InputError when the thread has problems, changed since it was shown, or is queued already.
 */
export async function approve(
  { slug, part = null, at, slot = false, late, network, shown }: Approval,
  ports: Needs,
): Promise<Job> {
  const { chance, clock, settings, store } = ports
  const jobs = await store.jobs()
  refuseTwice(slug, part, jobs, settings)
  if (slot && !isFreeAt(new Date(at), takenBy(jobs), settings.distance)) throw slotTaken(slug)
  const proposal = await proposePart(slug, { part, at: new Date(at) }, ports)
  if (proposal?.shown !== shown) {
    throw new InputError('thread-changed', {
      message: `Cannot queue ${slug}: its thread changed while you were looking at it`,
      hint: 'Queue it again to see it as it is now.',
    })
  }
  const posts = await Promise.all(proposal.posts.map((post) => freeze(post, proposal.pictures, ports)))
  const now = clock.now().toISOString()
  const job: Job = {
    schema: 1,
    id: `${slug}-${chance.letters(4)}`,
    slug,
    title: proposal.article.title,
    ...(proposal.part === null ? {} : { part: proposal.part }),
    network: network ?? proposal.network,
    state: 'queued',
    at,
    approvedAt: now,
    late,
    posts,
    history: [{ at: now, state: 'queued', why: null }],
  }
  await store.add(job)
  return job
}

function slotTaken(slug: string): InputError {
  return new InputError('slot-taken', {
    message: `Cannot queue ${slug}: its slot was taken while you were looking at it`,
    hint: 'Queue it again for the next free one.',
  })
}
