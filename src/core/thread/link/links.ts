import type { Span } from '../../article/article.ts'
import { dotBeforeSuffix } from './suffix.ts'
import { cashtagsIn, hashtagsIn, mentionsIn } from './tags.ts'
import { urlsIn } from './urls.ts'

type LinkKind = 'url' | 'mention' | 'hashtag' | 'cashtag'

/** Something in a post that X would make clickable. */
export interface Link {
  readonly kind: LinkKind
  /** As it stands in the text: `https://example.org/a`, `README.md`, `@home`, `#fairuse`, `$AAPL`. */
  readonly text: string
  readonly span: Span
}

/**
 * All that X would link in `text`, wanted or not, from left to right; where two overlap, the one that starts first.
 * Knows every link suffix of today. Source: twitter-text 3.1, `extractEntitiesWithIndices`.
 * @example linksOf('See README.md, @home').map((link) => link.text) // ['README.md', '@home']
 */
export function linksOf(text: string): readonly Link[] {
  const found = [
    ...urlsIn(text, 'of today').map(({ start, end }) => linkAt(text, 'url', { start, end })),
    ...mentionsIn(text).map((span) => linkAt(text, 'mention', span)),
    ...hashtagsIn(text).map((span) => linkAt(text, 'hashtag', span)),
    ...cashtagsIn(text).map((span) => linkAt(text, 'cashtag', span)),
  ]
  let used = 0
  return found
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      if (span.start < used) return false
      used = span.end
      return true
    })
}

/**
 * The URLs in `text`, as X would link and charge for them.
 * @example urlsOf('The end.It was example.org/a.') // ['end.It', 'example.org/a']
 */
export function urlsOf(text: string): readonly string[] {
  // Most posts have none, and then nothing else in them matters.
  if (dotBeforeSuffix(text, 0) < 0 || urlsIn(text, 'of today').length === 0) return []
  return linksOf(text)
    .filter(({ kind }) => kind === 'url')
    .map((link) => link.text)
}

function linkAt(text: string, kind: LinkKind, span: Span): Link {
  return { kind, text: text.slice(span.start, span.end), span }
}
