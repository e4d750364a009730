import { WorldError } from '../core/errors.ts'
import type { Refused } from '../core/publication/answer.ts'
import { isUsable, type Upload } from '../core/publication/upload.ts'
import type { FrozenPicture, FrozenPost, Held } from '../core/queue/job.ts'
import { picturesOf } from '../core/thread/pictures.ts'
import type { Media, Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'

/** How long to wait before a picture whose upload was lost is sent again; nothing is public before a post shows it. */
const betweenUploads = [5_000, 15_000] as const

type Needs = Pick<Ports, 'clock' | 'store'> & { network: Network }

export type Uploads =
  | { readonly kind: 'ready'; readonly media: readonly Media[] }
  | { readonly kind: 'hold'; readonly held: Held }

/**
 * Uploads a post's pictures one after the other, in the order in which they will be shown; what X still has of an earlier
 * attempt, even of another process, is not sent again.
 * @throws WorldError when a picture could not be uploaded for now.
 */
export async function uploadPictures(post: FrozenPost, job: string, ports: Needs): Promise<Uploads> {
  const media: Media[] = []
  for (const placed of placesOf(post, job)) {
    const uploaded = await uploadOne(placed, ports)
    if (uploaded.kind === 'hold') return uploaded
    media.push(...uploaded.media)
  }
  return { kind: 'ready', media }
}

/** X refused the post: it may not know its pictures any more, and they are sent anew with the next attempt. */
export async function forgetPictures(post: FrozenPost, job: string, { clock, store }: Needs): Promise<void> {
  for (const placed of placesOf(post, job)) {
    const known = await store.upload(placed)
    const at = clock.now().toISOString()
    if (known !== null) await store.keepUpload({ ...known, at, media: { ...known.media, expiresAt: at } })
  }
}

/** A picture of a post of a job, and which of the post's pictures it is. */
interface Placed extends Pick<Upload, 'job' | 'n' | 'place'> {
  readonly picture: FrozenPicture
}

function placesOf(post: FrozenPost, job: string): readonly Placed[] {
  return picturesOf<FrozenPicture>(post).map((picture, index) => ({ job, n: post.n, place: index + 1, picture }))
}

async function uploadOne(placed: Placed, ports: Needs): Promise<Uploads> {
  const { clock, network, store } = ports
  const { job, n, place, picture } = placed
  const known = await store.upload(placed)
  if (known !== null && isUsable(known, picture, clock.now())) return { kind: 'ready', media: [known.media] }
  const image = await store.image(picture)
  for (let again = 0; ; again++) {
    const uploaded = await network.upload(image, { type: picture.type, alt: picture.alt })
    if (uploaded.kind === 'refused') return { kind: 'hold', held: heldOf(placed, uploaded) }
    if (uploaded.kind === 'uploaded') {
      const { media } = uploaded
      const { sha256, alt } = picture
      await store.keepUpload({ schema: 1, job, n, place, at: clock.now().toISOString(), sha256, alt, media })
      await charge(ports, { call: 'alt-text', job })
      return { kind: 'ready', media: [media] }
    }
    const wait = betweenUploads[again]
    if (wait === undefined) throw notUploaded(placed, uploaded.detail)
    await clock.sleep(wait)
  }
}

function notUploaded({ n, place }: Placed, fact: string): WorldError {
  return new WorldError('network', {
    message: `Cannot upload picture ${place} of post ${n}: ${fact}`,
    hint: 'Nothing was published by it; the next tick tries again.',
  })
}

function heldOf({ n, place }: Placed, { reason, detail, until }: Refused): Held {
  const why = reason === 'duplicate' || reason === 'invisible' ? 'rejected' : reason
  return { reason: why, fact: `X refused picture ${place} of post ${n}: ${detail}`, until }
}
