import { z } from 'zod'
import { charge } from './bill.ts'
import { invalidRequest, notFound } from './errors.ts'
import { snowflake } from './snowflake.ts'
import type { Picture, Reply, State, Turn } from './state.ts'

/** X keeps an upload that is on no post for a day. */
const lifetime = 24 * 3_600

const mostBytes = 5 * 1024 * 1024
const mostAlt = 1000

const Category = z.enum(['tweet_image'])

/** `POST /2/media/upload`: one picture in one call. The bytes are kept by whoever calls this, under the id given back. */
export function upload(state: State, { bytes, category }: { bytes: Uint8Array; category: unknown }, at: Date): Turn {
  if (!Category.safeParse(category).success) return { state, reply: wrongCategory(category) }
  const refusal = refusalOf(bytes)
  if (refusal !== null) return { state, reply: refusal }
  const picture = received(state, { type: typeOf(bytes) as string, size: bytes.length, state: 'ready' }, at)
  return kept(state, picture, at)
}

const Initialize = z.object({
  media_type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  total_bytes: z.number().int().positive().max(mostBytes),
  media_category: Category,
})

/** `POST /2/media/upload/initialize` */
export function initialize(state: State, json: unknown, at: Date): Turn {
  const body = Initialize.safeParse(json)
  if (!body.success) {
    const name = String(body.error.issues[0]?.path[0] ?? '$')
    return { state, reply: invalidRequest(name, name, `$.${name}: ${body.error.issues[0]?.message}`) }
  }
  const { media_type: type, total_bytes: size } = body.data
  return kept(state, received(state, { type, size, state: 'receiving' }, at), at)
}

/** `POST /2/media/upload/:id/append` */
export function append(state: State, id: string, { index }: { index: number }): Turn {
  const picture = state.pictures[id]
  if (picture?.state !== 'receiving') return { state, reply: noSuchMedia(id) }
  if (!Number.isInteger(index) || index < 0 || index > 999) {
    return { state, reply: invalidRequest('segment_index', index, 'segment_index must be between 0 and 999') }
  }
  const segments = [...new Set([...picture.segments, index])].toSorted((a, b) => a - b)
  const reply = { status: 200, body: { data: { expires_at: Math.floor(Date.parse(picture.expiresAt) / 1000) } } }
  return { state: replaced(state, { ...picture, segments }), reply }
}

/** `POST /2/media/upload/:id/finalize`, with all the segments' bytes. */
export function finalize(state: State, id: string, { bytes, at }: { bytes: Uint8Array; at: Date }): Turn {
  const picture = state.pictures[id]
  if (picture?.state !== 'receiving') return { state, reply: noSuchMedia(id) }
  if (bytes.length !== picture.size) {
    return { state, reply: invalidRequest('id', id, `Segments do not add up to provided total file size.`) }
  }
  const refusal = refusalOf(bytes)
  if (refusal !== null) return { state, reply: refusal }
  return kept(state, { ...picture, state: 'ready', type: typeOf(bytes) as string }, at)
}

const Metadata = z.object({ id: z.string(), metadata: z.object({ alt_text: z.object({ text: z.string() }) }) })

/** `POST /2/media/metadata`: the alternative text. */
export function describe(state: State, json: unknown, at: Date): Turn {
  const body = Metadata.safeParse(json)
  if (!body.success) return { state, reply: invalidRequest('metadata', '', '$.metadata.alt_text.text: is missing') }
  const { id, metadata } = body.data
  const picture = state.pictures[id]
  if (picture === undefined || at.getTime() >= Date.parse(picture.expiresAt)) return { state, reply: noSuchMedia(id) }
  const alt = metadata.alt_text.text
  if (Array.from(alt).length > mostAlt) {
    return {
      state,
      reply: invalidRequest('metadata.alt_text.text', alt, `Alt text may not exceed ${mostAlt} characters.`),
    }
  }
  const reply = { status: 200, body: { data: { id, associated_metadata: metadata } } }
  return { state: charge(replaced(state, { ...picture, alt }), 'altText'), reply }
}

/** What the bytes are, by how they begin; null for anything X does not take. */
function typeOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null
}

function refusalOf(bytes: Uint8Array): Reply | null {
  if (bytes.length === 0) return invalidRequest('media', '', 'media: is missing')
  if (bytes.length > mostBytes)
    return invalidRequest('media', `${bytes.length} bytes`, 'File size exceeds 5242880 bytes.')
  return typeOf(bytes) === null ? invalidRequest('media', '', 'Media type unrecognized.') : null
}

type Beginning = Pick<Picture, 'type' | 'size' | 'state'>

function received({ lastId }: State, beginning: Beginning, at: Date): Picture {
  const id = snowflake(at, lastId)
  const expiresAt = new Date(at.getTime() + lifetime * 1000).toISOString()
  return { ...beginning, id, key: `3_${id}`, alt: null, segments: [], expiresAt }
}

function kept(state: State, picture: Picture, at: Date): Turn {
  const { id, key, size } = picture
  const left = Math.max(0, Math.floor((Date.parse(picture.expiresAt) - at.getTime()) / 1000))
  const data = { id, media_key: key, ...(picture.state === 'ready' && { size }), expires_after_secs: left }
  const lastId = BigInt(id) > BigInt(state.lastId) ? id : state.lastId
  const paid = picture.state === 'ready' ? charge(state, 'upload') : state
  return { state: { ...replaced(paid, picture), lastId }, reply: { status: 200, body: { data } } }
}

function replaced(state: State, picture: Picture): State {
  return { ...state, pictures: { ...state.pictures, [picture.id]: picture } }
}

function wrongCategory(category: unknown): Reply {
  return invalidRequest(
    'media_category',
    category,
    'media_category: does not have a value in the enumeration [tweet_image]',
  )
}

function noSuchMedia(id: string): Reply {
  return {
    status: 400,
    body: { errors: [notFound('media', 'id', id)], title: 'Invalid Request', detail: 'Invalid media id' },
  }
}
