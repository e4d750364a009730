import type { CardWords } from './layout.ts'
import { clean } from './wording.ts'

/** X takes no more characters of alternative text. */
const most = 1000

/**
 * What a card shows, for those who cannot see it: the quote, who said it, and where; at most 1,000 characters.
 * @example altTextOf({ quote: 'Power is borrowed.', title: 'On power', handle: '@ann', name: 'Ann' })
 * // 'Quote card: “Power is borrowed.” — Ann (@ann), in “On power”'
 */
export function altTextOf({ quote, title, handle, name }: CardWords): string {
  const said = clean(quote).replace(/==(?=[^\s=])([^=]*[^\s=])==/g, '$1')
  const bare = /^(?:["“][^"“”]*["”]|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|”[^”]*”|「[^「」]*」)$/.test(said)
    ? said.slice(1, -1).trim()
    : said
  const by = [clean(name), clean(handle)].filter((part) => part !== '')
  const who = by.length === 2 ? `${by[0]} (${by[1]})` : by.join('')
  const where = title === '' ? '' : `in “${cut(clean(title), 200)}”`
  const source = [cut(who, 200), where].filter((part) => part !== '').join(', ')
  const after = source === '' ? '' : ` — ${source}`
  return `Quote card: “${cut(bare, most - 'Quote card: “”'.length - after.length)}”${after}`
}

/**
 * What a card of code shows: the code itself. Of a long one as many whole lines as fit in 1,000 characters, and a word that
 * there are more.
 */
export function altTextOfCode(code: string): string {
  if (code.length <= most) return code
  const rest = '\n… (shortened: the picture shows all of it)'
  const head = code.slice(0, most - rest.length).replace(/\n[^\n]*$/, '')
  return `${head.replace(/\p{Surrogate}$/u, '').trimEnd()}${rest}`
}

/** At most `length` characters of `text`, whole words, with an ellipsis where some are left out. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const words = text.slice(0, length - 1).replace(/\s+\S*$/, '')
  return `${words.replace(/[\s\p{P}\p{Surrogate}]+$/u, '')}…`
}
