import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Intent, Journal, Outcome, Receipt } from '../src/core/publication/journal.ts'
import type { FrozenPost, Job } from '../src/core/queue/job.ts'

/** A fixed instant, from as much of it as matters: at('2026-11-22T09:00'). */
export function at(instant: string): Date {
  return new Date(instant.endsWith('Z') ? instant : `${instant.padEnd(19, ':00')}.000Z`)
}

/** A folder of its own for one test, gone after it. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function aPost(n: number, more: Partial<FrozenPost> = {}): FrozenPost {
  return { n, text: `Post number ${n}.`, weight: 14, price: 0.015, card: null, images: [], ...more }
}

type Settled = Exclude<Job, { state: 'held' }>

export function aJob({ posts = 2, ...more }: { posts?: number } & Partial<Omit<Settled, 'posts'>> = {}): Settled {
  return {
    schema: 1,
    id: 'fair-use-k3f9',
    slug: 'fair-use',
    title: 'What fair use says',
    state: 'queued',
    at: '2026-11-22T09:00:00.000Z',
    approvedAt: '2026-11-22T08:00:00.000Z',
    late: 'hold',
    posts: Array.from({ length: posts }, (_, index) => aPost(index + 1)),
    history: [{ at: '2026-11-22T08:00:00.000Z', state: 'queued', why: null }],
    ...more,
  }
}

export function anIntent(n: number, attempt = 1, more: Partial<Intent> = {}): Intent {
  return {
    schema: 1,
    job: 'fair-use-k3f9',
    n,
    attempt,
    at: '2026-11-22T09:00:00.000Z',
    nonce: `nonce-${n}-${attempt}`,
    textSha256: '0'.repeat(64),
    replyTo: n === 1 ? null : String(100 + n - 1),
    mediaKeys: [],
    ...more,
  }
}

export function aReceipt({ job, n, attempt }: Intent, outcome: Outcome, when = '2026-11-22T09:00:01.000Z'): Receipt {
  return { schema: 1, job, n, attempt, at: when, outcome }
}

/** A journal from rows: the post, the attempt, and what became of it (null: nobody knows). */
export function aJournal(
  ...rows: readonly (readonly [n: number, attempt: number, outcome: Outcome | null])[]
): Journal {
  return rows.map(([n, attempt, outcome]) => {
    const intent = anIntent(n, attempt)
    return { intent, receipt: outcome && aReceipt(intent, outcome) }
  })
}
