import type { Span } from '../../article/article.ts'

/** A place in the article before it was edited and after. */
export interface Moved {
  readonly old: number | undefined
  readonly now: number | undefined
}

/**
 * The words between two posts that the edited article still says, where as many letters stood between them when they were
 * drafted: their owner took them out. Where there are more or fewer now, the edit was there, and they are said again.
 */
export function takenOut(text: string, { start, end }: { readonly start: Moved; readonly end: Moved }): Span | null {
  if (start.now === undefined || start.old === undefined || end.now === undefined || end.old === undefined) return null
  const isSame = end.now - start.now === end.old - start.old && text.slice(start.now, end.now).trim() !== ''
  return isSame ? { start: start.now, end: end.now } : null
}
