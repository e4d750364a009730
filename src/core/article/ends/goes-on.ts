import type { Passage } from '../passage.ts'
import { isFurniture, isSureFurniture } from './furniture.ts'
import { isProse } from './prose.ts'

/** Says of a passage whether the article goes on below a heading of its own: with another one that is as high. */
export function goingOn(passages: readonly Passage[], lines: readonly string[]): (index: number) => boolean {
  const highestBelow = Array.from({ length: passages.length }, () => Infinity)
  let highest = Infinity
  for (let index = passages.length - 1; index >= 0; index--) {
    highestBelow[index] = highest
    const { kind, level } = passages[index]!
    if (kind === 'heading' && isOwn(lines[index] ?? '', lines[index + 1] ?? '')) highest = Math.min(highest, level)
  }
  return (index) => {
    const opener = passages[index]
    return opener?.kind === 'heading' && (highestBelow[index] ?? Infinity) <= opener.level
  }
}

function isOwn(heading: string, next: string): boolean {
  return !isFurniture(heading) || (!isSureFurniture(heading) && isProse(next))
}
