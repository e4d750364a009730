import { InputError } from '../core/errors.ts'
import type { FrozenPicture, FrozenPost, Job } from '../core/queue/job.ts'
import { threadFiles } from '../core/thread/file/series-file.ts'
import { picturesOf } from '../core/thread/pictures.ts'
import type { Post } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'
import { readPiece } from './piece.ts'
import { readDraft } from './read-draft.ts'
import { readPictures } from './read-pictures.ts'

type Needs = Pick<Ports, 'chance' | 'clock' | 'pieces' | 'settings'>

/**
 * How the pieces differ now from what was approved of them, for each job that still posts: a sentence by the job's id. What
 * was approved is what is sent; this says only what would be frozen instead if the piece were queued anew.
 */
export async function differences(jobs: readonly Job[], ports: Needs): Promise<ReadonlyMap<string, string>> {
  const open = jobs.filter(({ state }) => state === 'queued' || state === 'held' || state === 'posting')
  const found = new Map<string, string>()
  for (const job of open) {
    const facts = await factsOf(job, ports).catch(unlessUnreadable)
    if (facts.length > 0)
      found.set(job.id, `It posts what you approved; now ${listed(facts)}. To post that: cancel it, queue it again.`)
  }
  return found
}

async function factsOf(job: Job, ports: Needs): Promise<readonly string[]> {
  const piece = await readPiece(job.slug, ports)
  const draft = await readDraft(job.slug, piece, ports, new Date(job.at))
  const file = threadFiles(job.part?.of ?? 1)[(job.part?.n ?? 1) - 1] ?? 'thread.md'
  const thread = draft?.threads.find(({ part }) => part?.n === job.part?.n && part?.of === job.part?.of)
  if (thread === undefined) return [`${file} is no longer there`]
  return [...wordsOf(thread.posts, job.posts, file), ...(await picturesIn(thread.posts, job, ports))]
}

function wordsOf(posts: readonly Post[], approved: readonly FrozenPost[], file: string): readonly string[] {
  if (posts.length !== approved.length) return [`${file} has ${posts.length} posts, not ${approved.length}`]
  const changed = posts.filter(({ text }, index) => text !== approved[index]?.text)
  if (changed.length === 0) return []
  const other = changed
    .filter(({ text, n }) => undated(text) !== undated(approved[n - 1]?.text ?? ''))
    .map(({ n }) => n)
  if (other.length === 0) return ['it goes out in another month than its closing says']
  return [`${file} says otherwise in ${other.length === 1 ? 'post' : 'posts'} ${listed(other.map(String))}`]
}

/** Without what a closing says of the month: "DEC. 2026". */
function undated(text: string): string {
  return text.replaceAll(/\b[A-Z]{3,5}\.? \d{4}\b/g, '')
}

/** The pictures whose bytes or alternative text are no longer those that were approved. */
async function picturesIn(
  posts: readonly Post[],
  { slug, posts: approved }: Job,
  ports: Needs,
): Promise<readonly string[]> {
  const facts: string[] = []
  const { files } = await readPictures(slug, posts, ports)
  for (const [index, post] of posts.entries()) {
    const before = approved[index] === undefined ? [] : picturesOf<FrozenPicture>(approved[index])
    const now = picturesOf<{ readonly file: string; readonly alt: string }>(post)
    if (now.length !== before.length) facts.push(`post ${post.n} has ${now.length} pictures, not ${before.length}`)
    for (const [place, { file, alt }] of now.entries()) {
      const was = before[place]
      if (was === undefined) continue
      const bytes = files.get(file)?.bytes
      if (bytes === undefined) facts.push(`${file} is no longer there`)
      else if (ports.chance.sha256(bytes) !== was.sha256) facts.push(`${file} is another picture`)
      else if (alt !== was.alt) facts.push(`${file} has another alternative text`)
    }
  }
  return facts
}

function unlessUnreadable(cause: unknown): readonly string[] {
  if (cause instanceof InputError) return ['its article cannot be read']
  throw cause
}

/** "a", "a and b", "a, b and c". */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
