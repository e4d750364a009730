import type { Passage } from '../passage.ts'
import { isCallToAction } from './call-to-action.ts'
import { isSureFurniture } from './furniture.ts'
import { opensComments, opensFurniture } from './openers.ts'
import { isProse } from './prose.ts'

/**
 * What a blog sets between the paragraphs of an article: boxes that ask for an address and have a button below it, and
 * lone buttons where the page shows that it has such. A word alone may be a heading: it goes where it stands twice.
 */
export function buttonsAmong(passages: readonly Passage[], lines: readonly string[]): ReadonlySet<number> {
  const found = boxesIn(passages, lines)
  const times = new Map<string, number>()
  const lone = lines.flatMap((line, index) =>
    button.test(line) && passages[index]?.kind === 'paragraph' && isBetweenProse(lines, index, found) ? [index] : [],
  )
  for (const index of lone) times.set(lines[index]!, (times.get(lines[index]!) ?? 0) + 1)
  const hasButtons = found.size > 0 || [...times.values()].some((count) => count > 1)
  for (const index of lone) {
    const line = lines[index]!
    if (times.get(line)! > 1 || (hasButtons && /\s/.test(line))) found.add(index)
  }
  return found
}

/** Whether a line that is kept, since prose follows it, looks like a blog's; a word alone, on a page that has buttons. */
export function looksLikeFurniture(
  passage: Passage,
  line: string,
  { hasButtons }: { readonly hasButtons: boolean },
): boolean {
  if (passage.kind !== 'paragraph' || opensFurniture(line)) return false
  if (button.test(line)) return hasButtons || (/\s/.test(line) && !line.endsWith(':'))
  return /\s/.test(line) && !opensComments(line) && isSureFurniture(line)
}

const button = /^(?:share(?: this post)?|leave a comment|subscribe(?: now)?|upgrade to paid|refer a friend)$/i

/** A field for an address, the button below it, and the lines above it that say what for. */
function boxesIn(passages: readonly Passage[], lines: readonly string[]): Set<number> {
  const found = new Set<number>()
  const isLine = (index: number): boolean => passages[index]?.kind === 'paragraph'
  for (const [index, line] of lines.entries()) {
    if (!field.test(line) || !submit.test(lines[index + 1] ?? '') || !isLine(index) || !isLine(index + 1)) continue
    found.add(index).add(index + 1)
    const [above = '', higher = ''] = [lines[index - 1], lines[index - 2]]
    if (index > 1 && invites(above)) found.add(index - 1)
    else if (index < 3 || !promises.test(above) || !invites(higher)) continue
    else found.add(index - 1).add(index - 2)
    if (index > 2 && invites(above) && isCallToAction(higher)) found.add(index - 2)
  }
  return found
}

const field = /^(?:(?:enter|type) your e-?mail(?: address)?(?:\.{3}|…)?|e-?mail address\s*\*?)$/i
const submit = /^(?:subscribe(?: now)?|sign (?:me )?up|join(?: now)?|submit)!?$/i

function invites(line: string): boolean {
  return isCallToAction(line) || (line.length <= 160 && /\bno spam\b|\bunsubscribe (?:at )?any ?time\b/i.test(line))
}

/** Prose may say so too, unless an invitation stands above. */
const promises = /^.{0,80}\byour inbox\b.{0,80}$/i

/** Whether sentences stand above and below, past other buttons. */
function isBetweenProse(lines: readonly string[], index: number, found: ReadonlySet<number>): boolean {
  const isBeside = (at: number): boolean => found.has(at) || isProse(lines[at] ?? '')
  return isBeside(index - 1) && isBeside(index + 1)
}
