import type { Span } from '../../article/article.ts'

/**
 * The mentions, with their lists, that X would make of `text`: `@name`, `@name/list`, also right after "RT".
 * Source: twitter-text 3.1, `extractMentionsOrListsWithIndices`.
 */
export function mentionsIn(text: string): readonly Span[] {
  const mentions: Span[] = []
  for (
    let used = 0, at = nextOf(mentionSigns, text, 0);
    at >= 0;
    at = nextOf(mentionSigns, text, Math.max(at + 1, used))
  ) {
    const name = matchAt(mentionName, text, at + 1)
    if (name === '' || !mayMention(text, at, used)) continue
    used = at + 1 + name.length
    if (!spoilsMention.test(text.slice(used, used + 3))) mentions.push({ start: at, end: used })
  }
  return mentions
}

/**
 * The hashtags that X would make of `text`: a sign, then letters, digits and marks, not digits alone.
 * Source: twitter-text 3.1, `extractHashtagsWithIndices`; letters as today's Unicode has them.
 */
export function hashtagsIn(text: string): readonly Span[] {
  const hashtags: Span[] = []
  for (let used = 0, at = nextOf(hashSigns, text, 0); at >= 0; at = nextOf(hashSigns, text, at + 1)) {
    const word = matchAt(hashWord, text, at + 1)
    const free = at === 0 || (at > used && mayTag.test(text.slice(Math.max(used, at - 2), at)))
    if (!free || !hasLetter.test(word)) continue
    used = at + 1 + word.length
    if (!spoilsHashtag.test(text.slice(used, used + 3))) hashtags.push({ start: at, end: used })
  }
  return hashtags
}

/** The cashtags that X would make of `text`. Source: twitter-text 3.1, `extractCashtagsWithIndices`. */
export function cashtagsIn(text: string): readonly Span[] {
  const cashtags: Span[] = []
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    const tag = matchAt(cashWord, text, at + 1)
    if (tag !== '' && (at === 0 || space.test(text.charAt(at - 1))))
      cashtags.push({ start: at, end: at + 1 + tag.length })
  }
  return cashtags
}

const mentionSigns = /[@＠]/g
const hashSigns = /[#＃]/g
const mentionName = /[a-zA-Z0-9_]{1,20}(?:\/[a-zA-Z][a-zA-Z0-9_-]{0,24})?/y
const latin =
  '\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b' +
  '\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff'
/** Of the letters right after a mention or hashtag, those that make it none. */
const spoilsMention = new RegExp(`^(?:[@＠${latin}]|://)`)
const spoilsHashtag = /^(?:[#＃]|:\/\/)/
/** Letters, marks, digits, and the signs that hold words together in their scripts. */
const ofHashtag =
  '\\p{L}\\p{M}\\p{Nd}_\\u{200c}\\u{200d}\\u{a67e}\\u{5be}\\u{5f3}\\u{5f4}\\u{ff5e}\\u{301c}\\u{309b}\\u{309c}\\u{30a0}\\u{30fb}' +
  '\\u{3003}\\u{f0b}\\u{f0c}\\u{b7}'
const hashWord = new RegExp(`(?!\\u{fe0f}|\\u{20e3})[${ofHashtag}]+`, 'uy')
const hasLetter = /[\p{L}\p{M}]/u
/** Of the two code units before a hashtag, the last letter must be none that a hashtag could hold, nor an ampersand. */
const mayTag = new RegExp(`(?:[\\u{fe0e}\\u{fe0f}]|[^${ofHashtag}\\p{Cs}&])$`, 'u')
const cashWord = /[a-z]{1,6}(?:[._][a-z]{1,2})?(?=$|[\s!#%&'()*+,\-./:;<=>?@[\]^_{|}~$\\])/iy
const space = /[\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

/** Of what is not used up yet, the letter before must be none of a word or an address, or "RT" must stand there. */
function mayMention(text: string, at: number, used: number): boolean {
  if (at === 0) return true
  if (at > used && /[^a-zA-Z0-9_!#$%&*@＠]/.test(text.charAt(at - 1))) return true
  const before = text.slice(Math.max(used, at - 4), at)
  return used === 0 && at <= 3 ? /^(?:rt|RT|rT|Rt):?$/.test(before) || retweet.test(before) : retweet.test(before)
}

const retweet = /[^a-zA-Z0-9_+~.-](?:rt|RT|rT|Rt):?$/

function nextOf(signs: RegExp, text: string, from: number): number {
  signs.lastIndex = from
  return signs.exec(text)?.index ?? -1
}

function matchAt(word: RegExp, text: string, at: number): string {
  word.lastIndex = at
  return word.exec(text)?.[0] ?? ''
}
