import type { Article } from '../../article/article.ts'
import { lineOf } from '../../article/origin.ts'
import type { Problem } from '../../problem.ts'
import type { Post } from '../thread.ts'
import type { Measured } from './measure.ts'

/** Says of each line of code that no post holds that it must be broken or drawn: code is never cut inside a line. */
export function heavyCode(article: Article, { room, weightOf }: Measured): readonly Problem[] {
  const problems: Problem[] = []
  for (const { kind, span } of article.blocks) {
    if (kind !== 'code') continue
    for (const { 0: line, index } of article.text.slice(span.start, span.end).matchAll(/\S[^\n]*/g)) {
      const start = span.start + index
      const weight = weightOf(start, start + line.trimEnd().length)
      if (weight > room) problems.push({ code: 'code-line-heavy', line: lineOf(article, start), weight, room })
    }
  }
  return problems
}

/** Whether one of `problems` tells already, by its line, which code makes a post too heavy. */
export function isTold(
  post: Pick<Post, 'source'> | undefined,
  { article, problems }: { readonly article: Article; readonly problems: readonly Problem[] },
): boolean {
  const source = post?.source ?? null
  if (source === null) return false
  const [first, last] = [lineOf(article, source.start), lineOf(article, source.end - 1)]
  return problems.some((one) => one.code === 'code-line-heavy' && one.line >= first && one.line <= last)
}
