import { linksOf } from '../thread/links.ts'
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

/** X adds a scheme and may add a slash and lower the host's case. */
function plainUrl(url: string): string {
  const [host = '', ...path] = url.replace(/^https?:\/\//i, '').split('/')
  return [host.toLowerCase(), ...path].join('/').replace(/\/$/, '')
}
