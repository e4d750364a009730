import { z } from 'zod'
import type { Article } from '../core/article/article.ts'
import { InputError, type Problem } from '../core/problem.ts'
import { Instant, Late, type FrozenPost, type Job } from '../core/queue/job.ts'
import type { Post } from '../core/thread/thread.ts'
import { weigh } from '../core/thread/weigh.ts'
import type { Ports } from '../ports.ts'
import { readDraft } from './draft.ts'
import { readPiece } from './piece.ts'

/** What an owner approves: a piece's thread, exactly as it was shown, for a time. */
export const Approval = z.object({
  slug: z.string(),
  at: Instant,
  late: Late,
  /** {@link fingerprintOf} the posts that were shown. */
  shown: z.string(),
})
export type Approval = z.infer<typeof Approval>

type Needs = Pick<Ports, 'chance' | 'clock' | 'pieces' | 'settings' | 'store'>

/** A thread as it would be sent at a time, with its cards' bytes. */
export interface Proposal {
  readonly article: Article
  readonly posts: readonly Post[]
  readonly cards: ReadonlyMap<string, Uint8Array>
  readonly shown: string
}

/**
 * Freezes a piece's thread and cards as a job.
 * @throws InputError when the thread has problems, changed since it was shown, or is queued already.
 */
export async function approve({ slug, at, late, shown }: Approval, ports: Needs): Promise<Job> {
  const { chance, clock, store } = ports
  const proposal = await propose(slug, new Date(at), ports)
  if (proposal.shown !== shown) {
    throw new InputError('thread-changed', {
      message: `Cannot queue ${slug}: its thread changed while you were looking at it`,
      hint: 'Queue it again to see it as it is now.',
    })
  }
  const posts = await Promise.all(proposal.posts.map((post) => freeze(post, proposal, ports)))
  const now = clock.now().toISOString()
  const job: Job = {
    schema: 1,
    id: `${slug}-${chance.letters(4)}`,
    slug,
    title: proposal.article.title,
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

/**
 * The thread of a piece as it would be sent at `at`.
 * @throws InputError when it cannot be queued as it stands.
 */
export async function propose(slug: string, at: Date, ports: Needs): Promise<Proposal> {
  const { article } = await readPiece(slug, ports)
  const thread = await readDraft(slug, article, ports, at)
  if (thread === null) {
    throw new InputError('not-drafted', {
      message: `Cannot queue ${slug}: it has no thread.md yet`,
      hint: `Draft it first: broadside draft ${slug}`,
    })
  }
  refuseTwice(slug, await ports.store.jobs())
  const { cards, problems } = await readCards(slug, thread.posts, ports)
  const problem = [...thread.problems, ...heavy(thread.posts, ports.settings.limit), ...problems][0]
  if (problem !== undefined) throw InputError.of(problem)
  const hashes = [...cards].map(([file, bytes]) => [file, ports.chance.sha256(bytes)])
  return { article, posts: thread.posts, cards, shown: ports.chance.sha256(JSON.stringify([thread.posts, hashes])) }
}

function refuseTwice(slug: string, jobs: readonly Job[]): void {
  const same = jobs.find((job) => job.slug === slug && ['queued', 'posting', 'held'].includes(job.state))
  if (same === undefined) return
  throw new InputError('queued-already', {
    message: `Cannot queue ${slug}: it is ${same.state} already, as ${same.id} for ${same.at}`,
    hint: `Let that one finish, or take it out with "broadside cancel ${same.id}".`,
  })
}

async function readCards(
  slug: string,
  posts: readonly Post[],
  { pieces }: Pick<Ports, 'pieces'>,
): Promise<{ cards: ReadonlyMap<string, Uint8Array>; problems: readonly Problem[] }> {
  const cards = new Map<string, Uint8Array>()
  const problems: Problem[] = []
  for (const { n, card } of posts) {
    if (card === null) continue
    const bytes = isPlainName(card.file) ? await pieces.read(slug, card.file) : null
    if (bytes === null) problems.push({ code: 'card-missing', n, file: card.file })
    else cards.set(card.file, bytes)
  }
  return { cards, problems }
}

/** A card lies beside its thread, never elsewhere on the machine. */
function isPlainName(file: string): boolean {
  return /^[^/\\]+$/.test(file) && !file.startsWith('.')
}

/** The limit written into thread.md may be larger than what the account is set to. */
function heavy(posts: readonly Post[], limit: number): readonly Problem[] {
  return posts
    .filter(({ text }) => weigh(text) > limit)
    .map(({ n, text }) => ({ code: 'post-too-heavy', n, weight: weigh(text), limit }))
}

async function freeze(
  { n, text, weight, price, card }: Post,
  { cards }: Proposal,
  { store }: Needs,
): Promise<FrozenPost> {
  const bytes = card === null ? undefined : cards.get(card.file)
  if (card === null || bytes === undefined) return { n, text, weight, price, card: null }
  const type = bytes[0] === 0xff ? ('image/jpeg' as const) : ('image/png' as const)
  return {
    n,
    text,
    weight,
    price,
    card: { sha256: await store.keep(bytes, type), type, alt: card.alt, quote: card.quote },
  }
}
