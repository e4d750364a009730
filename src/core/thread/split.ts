import type { Article } from '../article/article.ts'
import type { Problem } from '../problem.ts'
import { cheapest } from './cheapest.ts'
import { lostWords } from './lost.ts'
import { digitsOf, weightOfNumbering } from './numbering.ts'
import { placesIn } from './places.ts'
import { type Part, postsOf } from './posts.ts'
import { problemsOf } from './problems.ts'
import { thinned } from './thin.ts'
import type { Thread } from './thread.ts'
import { weigh, weigher, type Weigher } from './weigh.ts'

export interface SplitOptions {
  /** How heavy a post may be, numbering included. */
  readonly limit?: number
  /** Put below every post of a thread of two or more; "" for none. */
  readonly numbering?: string
  /** The last post, as it will be sent but for its numbering; null for none. */
  readonly closing?: string | null
}

export interface Draft extends Thread {
  /** What the owner can mend; a thread that has any is not to be published. */
  readonly problems: readonly Problem[]
}

/**
 * Splits `article` into posts that weigh at most `limit`, at the breaks that cost least (see `costs.ts`). Every post's
 * words are a slice of the article's text, and between the slices there is only white space.
 * Time O(n) for posts of one size.
 * @example split(readArticle('One. Two.'), { limit: 5, numbering: '' }).posts.map((post) => post.text) // ['One.', 'Two.']
 */
export function split(article: Article, options: SplitOptions = {}): Draft {
  const { limit = 280, numbering = '{n}/{total}', closing = null } = options
  if (article.text === '') return { posts: [], problems: article.problems }
  const parts = partsOf(article, { limit, numbering, closing: closing === null || closing.trim() === '' ? 0 : 1 })
  if (parts === null)
    return { posts: [], problems: [...article.problems, { code: 'numbering-too-heavy', numbering, limit }] }
  const posts = postsOf(article.text, parts, { numbering, closing })
  const lost = lostWords(article, posts)
  const problems = problemsOf(posts, { limit, closing })
  return {
    posts,
    problems: [
      ...article.problems,
      ...problems,
      ...(lost === '' ? [] : [{ code: 'words-lost', words: lost } as const]),
    ],
  }
}

interface Frame {
  readonly limit: number
  readonly numbering: string
  /** How many posts follow the article's own. */
  readonly closing: 0 | 1
}

/** The article's parts, one a post; null where the numbering leaves no room for words. */
function partsOf(article: Article, { limit, numbering, closing }: Frame): readonly Part[] | null {
  const weightOf = weigher(article.text)
  const isOne = closing === 0 && !article.blocks.some(({ kind }) => kind === 'hard-break')
  if (isOne && weigh(article.text) <= limit) return [{ span: { start: 0, end: article.text.length }, break: null }]
  let digits = digitsOf(Math.ceil(weightOf(0, article.text.length) / limit))
  for (;;) {
    const room = limit - weightOfNumbering(numbering, digits)
    if (room < 2) return null
    const parts = fitted(article, room, weightOf)
    const needed = digitsOf(parts.length + closing)
    if (needed <= digits) return parts
    digits = needed
  }
}

/** Splits, weighs each post as it will be sent, and splits again around those that a cut made heavier. */
function fitted(article: Article, room: number, weightOf: Weigher): readonly Part[] {
  const tooHeavy = new Set<string>()
  const exact: Weigher = (start, end) => (tooHeavy.has(`${start}-${end}`) ? Infinity : weightOf(start, end))
  for (let tries = 0; ; tries++) {
    const measured = { room, weightOf: tooHeavy.size === 0 ? weightOf : exact }
    const places = thinned(placesIn(article, measured), measured)
    const ends = cheapest(places, measured)
    const parts = ends.map((to, index): Part => {
      const start = places[ends[index - 1] ?? 0]?.start ?? 0
      return {
        span: { start, end: places[to]?.end ?? start },
        break: index === ends.length - 1 ? null : (places[to]?.kind ?? null),
      }
    })
    const heavy = parts.filter(
      ({ span }) => weightOf(span.start, span.end) <= room && weigh(article.text.slice(span.start, span.end)) > room,
    )
    if (tries === most || heavy.every(({ span }) => tooHeavy.has(`${span.start}-${span.end}`))) return parts
    for (const { span } of heavy) tooHeavy.add(`${span.start}-${span.end}`)
  }
}

/** How often a thread is split again before the owner is asked. */
const most = 40
