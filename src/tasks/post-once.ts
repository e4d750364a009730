import type { Answer } from '../core/publication/answer.ts'
import type { Intent, Outcome } from '../core/publication/journal.ts'
import type { Step } from '../core/publication/step.ts'
import type { FrozenPicture, FrozenPost, Held, Job } from '../core/queue/job.ts'
import { picturesOf } from '../core/thread/pictures.ts'
import { prices, sum } from '../core/thread/price.ts'
import type { Media, Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'
import { forgetPictures, uploadPictures } from './upload.ts'

/** An intent that lay this long before X was asked (a machine that slept) is closed unsent. Milliseconds. */
const freshFor = 5_000

type Needs = Pick<Ports, 'chance' | 'clock' | 'settings' | 'store'> & { network: Network }

export type Posted =
  | { readonly kind: 'asked'; readonly answer: Answer['kind'] | 'unsent' }
  /** The owner held or cancelled the job meanwhile: X was not asked. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'hold'; readonly held: Held }

/**
 * Asks X for one post, once: its pictures uploaded, the intent on the disk, the request, the receipt on the disk. An answer
 * that proves nothing leaves the intent without a receipt.
 * @throws WorldError when a picture could not be uploaded for now, or the store could not be written.
 */
export async function postOnce(step: Extract<Step, { kind: 'post' }>, job: Job, ports: Needs): Promise<Posted> {
  const post = job.posts[step.n - 1]
  if (post === undefined) throw new RangeError(`job ${job.id} has no post ${step.n}`)
  const uploaded = await uploadPictures(post, job.id, ports)
  if (uploaded.kind === 'hold') return uploaded
  // The pace and the pictures took their time, and the owner may have used it.
  if ((await ports.store.job(job.id))?.state !== 'posting') return { kind: 'stopped' }
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
  if (answer.kind === 'refused' && answer.reason === 'rejected') await forgetPictures(post, job.id, ports)
  if (answer.kind !== 'unknown') await close(answer)
  if (answer.kind === 'applied') await charge(ports, { call: 'post', job: job.id, usd: postPriceOf(post) })
  return { kind: 'asked', answer: answer.kind }
}

/** What a post itself costs; alternative texts are paid for when their pictures are uploaded. */
export function postPriceOf(post: FrozenPost | undefined): number {
  if (post === undefined) return 0
  return sum([post.price, -prices.altText * picturesOf<FrozenPicture>(post).length])
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
