import type { Article, Block, Span } from '../../article/article.ts'

/** The article with nothing of its blocks but what stands in `span`. */
export function clipped(article: Article, { start, end }: Span): Article {
  const within = article.blocks.flatMap((block): readonly Block[] => {
    const span = { start: Math.max(start, block.span.start), end: Math.min(end, block.span.end) }
    if (block.kind === 'hard-break') return block.span.start > start && block.span.start < end ? [block] : []
    return span.end > span.start ? [{ ...block, span: inner(article.text, span) }] : []
  })
  return { ...article, blocks: within, kept: article.kept.filter((kept) => kept.start >= start && kept.end <= end) }
}

function inner(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length }
}
