/**
 * The words of a piece of HTML as Markdown: tags, comments, scripts and styles taken out, blocks parted by blank lines,
 * headings, items, images and links kept as what they are.
 */
export function textOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(unseen, '')
    .replace(/<br\b[^>]*>/gi, '  \n')
    .replace(/<img\b[^>]*>/gi, (tag) => {
      const { src = '', alt = '' } = attributesOf(tag)
      return ` ![${alt.replace(/[[\]\n]/g, ' ')}](${src.trim().replace(/[\s()<>]/g, escaped)}) `
    })
    .replace(/<a\b[^>]*?href\s*=\s*["']([^"']*)["'][^>]*>([\s\S]*?)<\/a\s*>/gi, '[$2]($1)')
    .replace(/<h([1-6])\b[^>]*>\s*/gi, (_, level: string) => `\n\n${'#'.repeat(Number(level))} `)
    .replace(/<li\b[^>]*>\s*/gi, '\n- ')
    .replace(/<\/t[dh]\s*>\s*<t[dh]\b[^>]*>/gi, ' | ')
    .replace(blocks, '\n\n')
    .replace(/<\/li\s*>/gi, '\n')
    .replace(/<[a-z!?/][^>]*>/gi, '')
    .replace(/<(?=[a-z!?/])/gi, '\\<')
    .trim()
}

/** A sign that would end an address in Markdown, as an address may bear it. */
function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
}

/** What no browser shows. */
const unseen = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const blocks =
  /<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)\b[^>]*>/gi

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)
}

/** Why a piece of HTML, or its tags, are not posted. */
export function whyWithoutTags(html: string, text: string): string {
  if (/^\s*<!--[\s\S]*-->\s*$/.test(html)) return 'a comment'
  if (/<(?:script|style)\b/i.test(html)) return 'a script or a style sheet: no reader sees it'
  return hasWords(text) ? 'HTML tags: their words are kept' : 'HTML without words'
}

/** What a tag says of itself; names in small letters. */
export function attributesOf(tag: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { 1: name = '', 2: double, 3: single, 4: bare } of tag.matchAll(attribute)) {
    found[name.toLowerCase()] ??= decoded(double ?? single ?? bare ?? '')
  }
  return found
}

const attribute = /\s([a-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** An attribute's entities that stand in addresses and in alternative texts. */
function decoded(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
