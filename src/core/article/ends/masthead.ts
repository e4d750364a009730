import type { Passage } from '../passage.ts'
import { isMenu } from './bars.ts'
import { isByline, isFurnitureAmongOthers } from './byline.ts'
import { isProse } from './prose.ts'

/** How many passages a site prints above an article of its own, and how many of them are words: its name, its motto. */
const most = 14
const mostWords = 2

/**
 * How many of the first passages are the site's name and what steers it: all down to the last line that only a site
 * prints there, where a title of the article's own still stands between that and its first prose.
 */
export function mastheadOf(passages: readonly Passage[], lines: readonly string[]): number {
  const head = lines.slice(0, most)
  const until = head.findIndex((line, index) => isProse(line) || passages[index]?.kind !== 'paragraph')
  const top = until === -1 ? head : head.slice(0, until)
  const last = lastOf(top)
  if (last < 1) return 0
  if (top.slice(0, last).filter((line) => !steers(line)).length > mostWords) return 0
  const titles = top.slice(last + 1).filter((line) => !isFurnitureAmongOthers(line) && !steers(line))
  // A name above a date is who wrote it.
  const isTitled = titles.length > 1 || (titles.length === 1 && !isName(titles[0] ?? '', top))
  const next = passages[top.length]
  return isTitled || (next?.kind === 'heading' && next.level === 1) ? last + 1 : 0
}

function isName(line: string, top: readonly string[]): boolean {
  return isByline(line) && isFurnitureAmongOthers(top[top.indexOf(line) + 1] ?? '-')
}

/** The last line of a masthead: a menu, or the last of two or more of its buttons. */
function lastOf(top: readonly string[]): number {
  const menu = top.findLastIndex(isMenu)
  const searched = top.findLastIndex((line) => /^search for:$/i.test(line))
  const buttons = top.flatMap((line, index) => (button.test(line) ? [index] : []))
  const isSite = buttons.some((index) => site.test(top[index] ?? '')) && buttons.length >= 2
  return Math.max(menu, searched, isSite ? buttons.at(-1)! : -1)
}

const site = /^(?:skip to (?:main )?content|sign in|log in|search this blog)$/i
const button =
  /^(?:skip to (?:main )?content|search(?: this blog)?|menu|posts|subscribe|sign (?:in|up)|log in|home|about|archive|primary menu|toggle navigation)$/i

/** Whether a line leads somewhere else on the site. */
export function steers(line: string): boolean {
  return button.test(line) || isMenu(line) || /^search for:$/i.test(line)
}
