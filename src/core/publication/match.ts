import { linksOf } from '../thread/link/links.ts'
import type { LivePost } from './live-post.ts'

/** What was asked for, as far as the network shows it again. */
export interface Wanted {
  readonly text: string
  readonly replyTo: string | null
  readonly mediaKeys: readonly string[]
}

/**
 * The posts among `live` that are the one that was asked for: those with its pictures (their keys are never used twice),
 * else those with its text that answer the same post.
 */
export function matchesOf(wanted: Wanted, live: readonly LivePost[]): readonly LivePost[] {
  const pictured = live.filter((post) => wanted.mediaKeys.some((key) => post.mediaKeys.includes(key)))
  if (pictured.length > 0) return pictured
  return live.filter((post) => post.replyTo === wanted.replyTo && isSameText(post.text, wanted.text))
}

/** What a look at the timeline says of a post that was asked for. */
export type Match =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly id: string }
  /** Only the owner can tell; `fact` is a clause. */
  | { readonly kind: 'ask'; readonly fact: string }

/**
 * The post that was asked for, of those that match it. A first post is known by its words alone, and by the app that made
 * it: `app` is the name of ours, null where nobody knows it. X does not always name the app, and that counts against none.
 */
export function matchOf(wanted: Wanted, matches: readonly LivePost[], app: string | null): Match {
  const isOurs = ({ source }: LivePost) =>
    wanted.replyTo !== null || wanted.mediaKeys.length > 0 || app === null || source === null || source === app
  const [first, ...others] = matches.filter(isOurs)
  if (others.length > 0) return { kind: 'ask', fact: `${others.length + 1} posts on the timeline could be it` }
  if (first !== undefined) return { kind: 'one', id: first.id }
  const [foreign] = matches
  if (foreign === undefined) return { kind: 'none' }
  return { kind: 'ask', fact: `post ${foreign.id} says the same, and was made with "${foreign.source}", not "${app}"` }
}

/** Two texts that X treats as one are one: NFC, white space at the ends, and links however they are spelled. */
export function isSameText(one: string, other: string): boolean {
  return canonical(one) === canonical(other)
}

function canonical(text: string): string {
  const plain = text.normalize('NFC').trim()
  let out = ''
  let from = 0
  for (const { kind, span } of linksOf(plain)) {
    if (kind !== 'url') continue
    out += plain.slice(from, span.start) + plainUrl(plain.slice(span.start, span.end))
    from = span.end
  }
  return out + plain.slice(from)
}

/** X adds a scheme, and may add a slash, lower the host's case, and escape an ampersand. */
function plainUrl(url: string): string {
  const bare = url.replace(/^https?:\/\//i, '').replaceAll('&amp;', '&')
  const [host = '', ...path] = bare.split('/')
  return [host.toLowerCase(), ...path].join('/').replace(/\/$/, '')
}
