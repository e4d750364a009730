import { urlsOf } from '../core/thread/link/links.ts'

/** A stretch of a post's text: plain words, or something X makes a link of. */
export interface Span {
  readonly kind: 'words' | 'url' | 'mention' | 'hashtag' | 'cashtag'
  readonly text: string
}

/** A post's text in the stretches that X tells apart; joined, they are the text again. */
export function spansOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let rest = text
  for (const url of urlsOf(text)) {
    const start = rest.indexOf(url)
    if (start < 0) continue // named twice by the list, and already taken
    spans.push(...tagged(rest.slice(0, start)), { kind: 'url', text: url })
    rest = rest.slice(start + url.length)
  }
  return [...spans, ...tagged(rest)]
}

const tags =
  /(?<mention>(?<![\w@＠])@\w{1,20}(?![\w@]))|(?<hashtag>(?<![\w&#])#[\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)|(?<cashtag>(?<![\w$])\$[a-z]{1,6}(?:[._][a-z]{1,2})?(?!\w))/giu

/** Parts words from mentions, hashtags and cashtags. */
function tagged(text: string): readonly Span[] {
  const spans: Span[] = []
  let end = 0
  for (const match of text.matchAll(tags)) {
    spans.push({ kind: 'words', text: text.slice(end, match.index) }, { kind: kindOf(match), text: match[0] })
    end = match.index + match[0].length
  }
  return [...spans, { kind: 'words' as const, text: text.slice(end) }].filter((span) => span.text !== '')
}

function kindOf({ groups }: RegExpMatchArray): Span['kind'] {
  return groups?.['mention'] ? 'mention' : groups?.['hashtag'] ? 'hashtag' : 'cashtag'
}
