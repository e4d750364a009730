import { z } from 'zod'
import type { Article } from '../core/article/article.ts'
import { InputError, isWarning, type Problem } from '../core/problem.ts'
import { Instant, Late, type FrozenPost, type Job } from '../core/queue/job.ts'
import { timesOfSeries } from '../core/queue/series.ts'
import { threadFiles } from '../core/thread/series-file.ts'
import type { ThreadFile } from '../core/thread/thread-file.ts'
import type { PartOf, Post } from '../core/thread/thread.ts'
import { weigh } from '../core/thread/weigh.ts'
import type { Ports } from '../ports.ts'
import { readPiece } from './piece.ts'
import { readDraft } from './read-draft.ts'
import { repeats } from './repeats.ts'

/** What an owner approves: a piece's thread, exactly as it was shown, for a time. */
export const Approval = z.object({
  slug: z.string(),
  /** Which thread of a series; null for a piece of one thread. */
  part: z.number().int().positive().nullable().default(null),
  at: Instant,
  late: Late,
  /** {@link fingerprintOf} the posts that were shown. */
  shown: z.string(),
})
export type Approval = z.input<typeof Approval>

type Needs = Pick<Ports, 'chance' | 'clock' | 'pieces' | 'settings' | 'store'>

/** A thread as it would be sent at a time, with its cards' bytes. */
export interface Proposal {
  readonly article: Article
  readonly part: PartOf | null
  readonly at: Date
  readonly posts: readonly Post[]
  readonly cards: ReadonlyMap<string, Uint8Array>
  /** What the owner is told and may approve all the same. */
  readonly warnings: readonly Problem[]
  readonly shown: string
}

/**
 * Freezes a thread and its cards as a job.
 * @throws InputError when the thread has problems, changed since it was shown, or is queued already.
 */
export async function approve({ slug, part = null, at, late, shown }: Approval, ports: Needs): Promise<Job> {
  const { chance, clock, store } = ports
  refuseTwice(slug, part, await store.jobs())
  const { article, hash, threads } = await readThreads(slug, new Date(at), ports)
  const thread = threads.find((one) => (one.part?.n ?? null) === part)
  const proposal = thread && (await proposalOf(slug, { article, hash, thread, at: new Date(at) }, ports))
  if (proposal?.shown !== shown) {
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
    title: article.title,
    ...(proposal.part === null ? {} : { part: proposal.part }),
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
 * The thread of a piece as it would be sent at `at`; of a series the first.
 * @throws InputError when it cannot be queued as it stands.
 */
export async function propose(slug: string, at: Date, ports: Needs): Promise<Proposal> {
  const [first] = await proposeAll(slug, at, ports)
  if (first === undefined) throw notDrafted(slug)
  return first
}

/**
 * All threads of a piece as they would be sent, the first at `first` and each later one a day after the one before.
 * @throws InputError when one of them cannot be queued as it stands.
 */
export async function proposeAll(slug: string, first: Date, ports: Needs): Promise<readonly Proposal[]> {
  refuseTwice(slug, null, await ports.store.jobs())
  const { threads } = await readThreads(slug, first, ports)
  const times = timesOfSeries(first, threads.length, ports.settings.timezone)
  return Promise.all(
    times.map(async (at, index) => {
      const { article, hash, threads: onTheDay } = await readThreads(slug, at, ports)
      const thread = onTheDay[index]
      if (thread === undefined) throw notDrafted(slug)
      return proposalOf(slug, { article, hash, thread, at }, ports)
    }),
  )
}

/** The threads of a piece as they would be sent on the day of `at`. */
async function readThreads(
  slug: string,
  at: Date,
  ports: Needs,
): Promise<{ readonly article: Article; readonly hash: string; readonly threads: readonly ThreadFile[] }> {
  const { article, hash } = await readPiece(slug, ports)
  const draft = await readDraft(slug, article, ports, at)
  if (draft === null) throw notDrafted(slug)
  const problem = [...article.problems, ...draft.problems].find((one) => !isWarning(one))
  if (problem !== undefined) throw InputError.of(problem)
  return { article, hash, threads: draft.threads }
}

function notDrafted(slug: string): InputError {
  return new InputError('not-drafted', {
    message: `Cannot queue ${slug}: it has no thread.md yet`,
    hint: `Draft it first: broadside draft ${slug}`,
  })
}

interface Candidate {
  readonly article: Article
  readonly hash: string
  readonly thread: ThreadFile
  readonly at: Date
}

async function proposalOf(slug: string, { article, hash, thread, at }: Candidate, ports: Needs): Promise<Proposal> {
  const { part, posts } = thread
  const { cards, problems } = await readCards(slug, posts, ports)
  const none: readonly Problem[] = posts.length === 0 ? [{ code: 'thread-empty', slug }] : []
  const problem = [...none, ...heavy(posts, ports.settings.limit), ...problems][0]
  if (problem !== undefined) throw InputError.of(problem)
  const file = threadFiles(part?.of ?? 1)[(part?.n ?? 1) - 1] ?? 'thread.md'
  const stale: readonly Problem[] = thread.article === hash ? [] : [{ code: 'article-changed', file }]
  const repeated = (await repeats(posts, { at, job: null }, ports)).map(
    (repeat) => ({ code: 'post-repeated', ...repeat }) as const,
  )
  const hashes = [...cards].map(([card, bytes]) => [card, ports.chance.sha256(bytes)])
  const shown = ports.chance.sha256(JSON.stringify([posts, hashes]))
  return { article, part, at, posts, cards, warnings: [...thread.problems, ...stale, ...repeated], shown }
}

/** A piece is queued once at a time; the threads of its series are queued one after the other. */
function refuseTwice(slug: string, part: number | null, jobs: readonly Job[]): void {
  const same = jobs
    .filter((job) => job.slug === slug && ['queued', 'posting', 'held'].includes(job.state))
    .find((job) => part === null || job.part === undefined || job.part.n >= part)
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
