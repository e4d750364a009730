import type { Article } from '../article/article.ts'
import type { Problem } from '../problem.ts'
import type { Settings } from '../settings.ts'
import { closingPosts } from './closing-posts.ts'
import type { ThreadHead } from './file/thread-file.ts'
import { linksOf } from './link/links.ts'
import type { Post } from './thread.ts'

/**
 * The mentions, hashtags and cashtags that X would make of a thread's words, each once, on the post that has it first. The
 * closing is of the owner's settings and says what it means.
 * @param own the names of the account itself, with "@"
 */
export function unaskedIn(
  { posts, closing }: { readonly posts: readonly Post[] } & Pick<ThreadHead, 'closing'>,
  own: readonly string[],
): readonly Problem[] {
  const told = new Set(own.map((name) => name.toLowerCase()))
  return posts.slice(0, posts.length - closingPosts(closing).length).flatMap(({ n, text }) =>
    linksOf(text).flatMap(({ kind, text: link }): readonly Problem[] => {
      if (kind === 'url' || told.has(link.toLowerCase())) return []
      told.add(link.toLowerCase())
      return [kind === 'mention' ? { code: 'mention', n, mention: link } : { code: 'tag', n, tag: link, kind }]
    }),
  )
}

/** The names of the account's own, which it may well mention: that of the settings, and those in the article's notice. */
export function ownNames({ notice }: Pick<Article, 'notice'>, { handle }: Pick<Settings, 'handle'>): readonly string[] {
  return [...(handle === null ? [] : [handle]), ...(notice?.match(/@\w+/g) ?? [])]
}
