import type { Article } from '../core/article/article.ts'
import { InputError } from '../core/errors.ts'
import { isWarning, type Problem } from '../core/problem.ts'
import type { NetworkName } from '../core/queue/job.ts'
import { timesOfSeries } from '../core/queue/series.ts'
import { takenBy } from '../core/queue/taken.ts'
import { threadFiles } from '../core/thread/file/series-file.ts'
import type { ThreadFile } from '../core/thread/file/thread-file.ts'
import type { PartOf, Post } from '../core/thread/thread.ts'
import { weigh } from '../core/thread/weigh/weigh.ts'
import type { Ports } from '../ports.ts'
import { readPiece } from './piece.ts'
import { readDraft } from './read-draft.ts'
import { type PictureFile, readPictures } from './read-pictures.ts'
import { refuseTwice } from './refuse-twice.ts'
import { problemsOf, repeats } from './repeats.ts'

type Needs = Pick<Ports, 'chance' | 'clock' | 'pieces' | 'sandboxed' | 'settings' | 'store'>

/** A thread as it would be sent at a time, with its pictures' bytes. */
export interface Proposal {
  readonly article: Article
  readonly part: PartOf | null
  readonly at: Date
  readonly posts: readonly Post[]
  readonly pictures: ReadonlyMap<string, PictureFile>
  /** What the owner is told and may approve all the same. */
  readonly warnings: readonly Problem[]
  /** Where it would go. */
  readonly network: NetworkName
  readonly shown: string
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
 * All threads of a piece as they would be sent, the first at `first`, the others in the free slots after it; without slots
 * each a day after the one before.
 * @throws InputError when one of them cannot be queued as it stands.
 */
export async function proposeAll(slug: string, first: Date, ports: Needs): Promise<readonly Proposal[]> {
  const jobs = await ports.store.jobs()
  refuseTwice(slug, null, jobs, ports.settings)
  const { threads } = await readThreads(slug, first, ports)
  const times = timesOfSeries({ ...ports.settings, first, of: threads.length, taken: takenBy(jobs) })
  return Promise.all(
    times.map(async (at, index) => {
      const { article, hash, threads: onTheDay } = await readThreads(slug, at, ports)
      const thread = onTheDay[index]
      if (thread === undefined) throw notDrafted(slug)
      return proposalOf(slug, { article, hash, thread, at }, ports)
    }),
  )
}

/**
 * One thread of a piece, `part` of its series, as it would be sent at `at`; null when there is none.
 * @throws InputError when it cannot be queued as it stands.
 */
export async function proposePart(
  slug: string,
  { part, at }: { readonly part: number | null; readonly at: Date },
  ports: Needs,
): Promise<Proposal | null> {
  const { article, hash, threads } = await readThreads(slug, at, ports)
  const thread = threads.find((one) => (one.part?.n ?? null) === part)
  return thread === undefined ? null : proposalOf(slug, { article, hash, thread, at }, ports)
}

/** The threads of a piece as they would be sent on the day of `at`. */
async function readThreads(
  slug: string,
  at: Date,
  ports: Needs,
): Promise<{ readonly article: Article; readonly hash: string; readonly threads: readonly ThreadFile[] }> {
  const { article, hash } = await readPiece(slug, ports)
  const draft = await readDraft(slug, { article, hash }, ports, at)
  if (draft === null) throw notDrafted(slug)
  const problem = [...article.problems, ...draft.problems].find((one) => !isWarning(one))
  if (problem !== undefined) throw InputError.of(problem)
  return { article, hash, threads: draft.threads }
}

interface Candidate {
  readonly article: Article
  readonly hash: string
  readonly thread: ThreadFile
  readonly at: Date
}

async function proposalOf(slug: string, { article, hash, thread, at }: Candidate, ports: Needs): Promise<Proposal> {
  const { part, posts } = thread
  const { files: pictures, problems } = await readPictures(slug, posts, ports)
  const none: readonly Problem[] = posts.length === 0 ? [{ code: 'thread-empty', slug }] : []
  const problem = [...none, ...heavy(posts, ports.settings.limit), ...problems][0]
  if (problem !== undefined) throw InputError.of(problem)
  const file = threadFiles(part?.of ?? 1)[(part?.n ?? 1) - 1] ?? 'thread.md'
  const stale: readonly Problem[] = thread.article === hash ? [] : [{ code: 'article-changed', file }]
  const repeated = problemsOf(await repeats(posts, { at, job: null }, ports), at, ports.settings)
  const hashes = [...pictures].map(([name, { bytes }]) => [name, ports.chance.sha256(bytes)])
  const shown = ports.chance.sha256(JSON.stringify([posts, hashes]))
  const network = ports.sandboxed ? 'sandbox' : 'x'
  return { article, part, at, posts, pictures, warnings: [...thread.problems, ...stale, ...repeated], network, shown }
}

/** The limit written into thread.md may be larger than what the account is set to. */
function heavy(posts: readonly Post[], limit: number): readonly Problem[] {
  return posts
    .filter(({ text }) => weigh(text) > limit)
    .map(({ n, text }) => ({ code: 'post-too-heavy', n, weight: weigh(text), limit }))
}

function notDrafted(slug: string): InputError {
  return new InputError('not-drafted', {
    message: `Cannot queue ${slug}: it has no thread.md yet`,
    hint: `Draft it first: broadside draft ${slug}`,
  })
}
