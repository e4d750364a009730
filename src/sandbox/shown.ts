import { createHash } from 'node:crypto'
import { spansOf, type Span } from './spans.ts'
import type { SandboxPost, User } from './state.ts'

/** A post's text as X gives it back: links shortened, `&`, `<` and `>` escaped, with where everything stands in it. */
export interface Shown {
  readonly text: string
  readonly entities: Readonly<Record<string, readonly object[]>>
}

interface Place {
  readonly start: number
  readonly end: number
}

/** X counts places in code points of the text it shows. */
export function shown(post: SandboxPost, author: User): Shown {
  const entities: Record<string, object[]> = {}
  let text = ''
  const add = (span: Span, index: number) => {
    const place = { start: lengthOf(text), end: lengthOf(text) + lengthOf(asShown(span, post.id, index)) }
    text += asShown(span, post.id, index)
    const entity = entityOf(span, place, shortLink(post.id, index))
    if (entity !== null) (entities[entity.list] ??= []).push(entity.value)
  }
  spansOf(post.text).forEach(add)
  if (post.pictures.length === 0) return { text, entities }
  return withPictures({ text, entities }, post, author)
}

/** What X shows in place of a link: no scheme, no www, and not too long. */
export function displayUrl(url: string): string {
  const bare = url.replace(/^https?:\/\//i, '').replace(/^www\./i, '')
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare
}

export function expandedUrl(url: string): string {
  return /^https?:\/\//i.test(url) ? url : `http://${url}`
}

/** X puts one link for all of a post's pictures after its words. */
function withPictures({ text, entities }: Shown, post: SandboxPost, { handle }: User): Shown {
  const url = shortLink(post.id, 'pictures')
  const start = lengthOf(text) + (text === '' ? 0 : 1)
  const urls = post.pictures.map((id) => ({
    start,
    end: start + url.length,
    url,
    expanded_url: `https://x.com/${handle}/status/${post.id}/photo/1`,
    display_url: `pic.x.com/${url.slice(-10)}`,
    media_key: `3_${id}`,
  }))
  return {
    text: text === '' ? url : `${text} ${url}`,
    entities: { ...entities, urls: [...(entities['urls'] ?? []), ...urls] },
  }
}

function asShown({ kind, text }: Span, id: string, index: number): string {
  return kind === 'url' ? shortLink(id, index) : escaped(text)
}

function entityOf({ kind, text }: Span, place: Place, short: string): { list: string; value: object } | null {
  if (kind === 'words') return null
  const link = { url: short, expanded_url: expandedUrl(text), display_url: displayUrl(text) }
  const tag = { tag: text.slice(1) }
  const lists = {
    url: { list: 'urls', value: { ...place, ...link } },
    mention: { list: 'mentions', value: { ...place, username: text.slice(1) } },
    hashtag: { list: 'hashtags', value: { ...place, ...tag } },
    cashtag: { list: 'cashtags', value: { ...place, ...tag } },
  }
  return lists[kind]
}

/** Always the same for the same link of the same post. */
function shortLink(id: string, which: number | string): string {
  const letters = createHash('sha256')
    .update(`${id}/${which}`)
    .digest('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
  return `https://t.co/${letters.slice(0, 10)}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
