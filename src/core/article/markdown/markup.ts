/**
 * Whether a line may hold markup: a sign alone that Markdown leaves as it is ("Harper & Row", "[sic]") is none. An address
 * counts as some, because it is a link as it stands.
 */
export function hasMarkup(line: string): boolean {
  return sign.test(line) && (spans.test(line) || begins.test(line) || endsLine.test(line))
}

/** Whether words hold markup within a line: emphasis, code, links and images, tags, entities, escapes, addresses. */
export function hasSpans(words: string): boolean {
  return sign.test(words) && spans.test(words)
}

/** Whether a line is no plain line of a paragraph, by how it begins or by being nothing but signs. */
export function beginsBlock(line: string): boolean {
  return begins.test(line)
}

/** Whether words that stand alone would be taken for another block than a paragraph, and must be read to know. */
export function seemsBlock(words: string): boolean {
  return beginsBlock(words) && hasSpans(words)
}

/** Whether a line ends as its owner wanted, and not where it was wrapped. */
export function endsByWill(line: string): boolean {
  return endsLine.test(line)
}

/** What is written in one place and tells in another, or may hold blank lines: fences in items, HTML, definitions. */
export function hasFarReach(body: string): boolean {
  return farSigns.some((sign) => body.includes(sign)) && farReach.test(body)
}

const farSigns = ['```', '~~~', '<', ']:']

const farReach =
  /^[ \t>\-*+\d.)]+(?:```|~~~)|^[ \t>\-*+\d.)]*(?:<(?:script|pre|style|textarea)\b|<[!?]|\[[^\]\n]+\]:)|<!--/im

const sign = /[*_`~<>&\\|=#+\-\d@]|\]\(|:\/\/|www\.| {2}$/i
const spans =
  /[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\]\(|<[a-z!?/]|&#?\w+;|\\(?:[!-/:-@[-`{-~]|$)|https?:\/\/|www\.|[\w.+-]@[\w-]+\./imu
const endsLine = / {2}$/
/** At its start: headings, quotations, items, fences, definitions; the whole of it: rules, underlines, the second row of a table. */
const begins =
  /^\s*(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|```|~~~|\[[^\]\n]+\]:|=+\s*$|[|:-][|:\s-]*$|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/
