import { WorldError } from '../core/problem.ts'
import type { Answer, Refused } from '../core/publication/answer.ts'
import type { Intent, Outcome } from '../core/publication/journal.ts'
import type { Step } from '../core/publication/step.ts'
import type { FrozenPost, Held, Job } from '../core/queue/job.ts'
import { prices } from '../core/thread/price.ts'
import type { Media, Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'

/** An intent that lay this long before X was asked (a machine that slept) is closed unsent. Milliseconds. */
const freshFor = 5_000

/** How long to wait before a card whose upload was lost is sent again; nothing is public before a post shows it. */
const betweenUploads = [5_000, 15_000] as const

/** A picture that X will forget within this time is sent anew. Milliseconds. */
const spareLife = 3_600_000

type Needs = Pick<Ports, 'chance' | 'clock' | 'settings' | 'store'> & { network: Network }

/** The job, and the pictures of it that X has taken in this run, by the number of their post. */
export interface Sending {
  readonly job: Job
  readonly uploads: Map<number, Media>
}

export type Posted =
  | { readonly kind: 'asked'; readonly answer: Answer['kind'] | 'unsent' }
  | { readonly kind: 'hold'; readonly held: Held }

/**
 * Asks X for one post, once: its card uploaded, the intent on the disk, the request, the receipt on the disk. An answer
 * that proves nothing leaves the intent without a receipt.
 * @throws WorldError when the card could not be uploaded for now, or the store could not be written.
 */
export async function postOnce(
  step: Extract<Step, { kind: 'post' }>,
  { job, uploads }: Sending,
  ports: Needs,
): Promise<Posted> {
  const post = job.posts[step.n - 1]
  if (post === undefined) throw new RangeError(`job ${job.id} has no post ${step.n}`)
  const uploaded = await uploadCard(post, { job, uploads }, ports)
  if (uploaded.kind === 'hold') return uploaded
  const intent = intentOf(step, { job, post, media: uploaded.media }, ports)
  const written = { wall: ports.clock.now().getTime(), steady: ports.clock.monotonic() }
  await ports.store.intend(intent)
  const close = (outcome: Outcome) =>
    ports.store.receive({ ...attemptOf(intent), at: ports.clock.now().toISOString(), outcome })
  const age = Math.max(ports.clock.now().getTime() - written.wall, ports.clock.monotonic() - written.steady)
  if (age > freshFor) {
    await close({ kind: 'unsent' })
    return { kind: 'asked', answer: 'unsent' }
  }
  const mediaIds = uploaded.media.map(({ id }) => id)
  const answer = await ports.network.publish({ text: post.text, replyTo: step.replyTo, mediaIds })
  if (answer.kind !== 'unknown') await close(answer)
  if (answer.kind === 'applied') await charge(ports, { call: 'post', job: job.id, usd: postPriceOf(post) })
  return { kind: 'asked', answer: answer.kind }
}

/** What a post itself costs; its alternative text is paid for when the card is uploaded. */
export function postPriceOf(post: FrozenPost | undefined): number {
  return post === undefined ? 0 : post.price - (post.card === null ? 0 : prices.altText)
}

function intentOf(
  { n, attempt, replyTo }: Extract<Step, { kind: 'post' }>,
  { job, post, media }: { job: Job; post: FrozenPost; media: readonly Media[] },
  { chance, clock }: Needs,
): Intent {
  return {
    schema: 1,
    job: job.id,
    n,
    attempt,
    at: clock.now().toISOString(),
    nonce: chance.nonce(),
    textSha256: chance.sha256(post.text),
    replyTo,
    mediaKeys: media.map(({ key }) => key),
  }
}

function attemptOf({ job, n, attempt }: Intent): { schema: 1; job: string; n: number; attempt: number } {
  return { schema: 1, job, n, attempt }
}

type UploadedCard =
  | { readonly kind: 'ready'; readonly media: readonly Media[] }
  | { readonly kind: 'hold'; readonly held: Held }

async function uploadCard({ n, card }: FrozenPost, { job, uploads }: Sending, ports: Needs): Promise<UploadedCard> {
  if (card === null) return { kind: 'ready', media: [] }
  const taken = uploads.get(n)
  if (taken && Date.parse(taken.expiresAt) - ports.clock.now().getTime() > spareLife)
    return { kind: 'ready', media: [taken] }
  const image = await ports.store.image(card)
  for (let again = 0; ; again++) {
    const uploaded = await ports.network.upload(image, { type: card.type, alt: card.alt })
    if (uploaded.kind === 'refused') return { kind: 'hold', held: heldOf(n, uploaded) }
    if (uploaded.kind === 'uploaded') {
      await charge(ports, { call: 'alt-text', job: job.id })
      uploads.set(n, uploaded.media)
      return { kind: 'ready', media: [uploaded.media] }
    }
    const wait = betweenUploads[again]
    if (wait === undefined) throw notUploaded(n, uploaded.detail)
    await ports.clock.sleep(wait)
  }
}

function notUploaded(n: number, fact: string): WorldError {
  return new WorldError('network', {
    message: `Cannot upload the card of post ${n}: ${fact}`,
    hint: 'Nothing was published by it; the next tick tries again.',
  })
}

function heldOf(n: number, { reason, detail, until }: Refused): Held {
  const why = reason === 'duplicate' || reason === 'invisible' ? 'rejected' : reason
  return { reason: why, fact: `X refused the card of post ${n}: ${detail}`, until }
}
