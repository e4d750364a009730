/** A stretch of a post's text: plain words, or what X colours and makes a link of. */
export interface Stretch {
  readonly kind: 'words' | 'link' | 'tag'
  readonly text: string
}

/** A post's text, parted into what X would colour and what not; `links` are its URLs in their order. */
export function stretchesOf(text: string, links: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let rest = text
  for (const link of links) {
    const start = rest.indexOf(link)
    if (start < 0) continue
    stretches.push(...tagsIn(rest.slice(0, start)), { kind: 'link', text: link })
    rest = rest.slice(start + link.length)
  }
  return [...stretches, ...tagsIn(rest)]
}

/** Mentions, hashtags and cashtags; a number alone is no hashtag. */
const tag = /((?<![\w@])@\w{1,20}(?![\w@])|(?<![\w&#])#\w*[\p{L}][\p{L}\p{M}\p{N}_]*|(?<![\w$])\$[a-z]{1,6}(?!\w))/giu

function tagsIn(text: string): readonly Stretch[] {
  const parts = text.split(tag).map((part, index): Stretch => ({ kind: index % 2 === 1 ? 'tag' : 'words', text: part }))
  return parts.filter((part) => part.text !== '')
}
