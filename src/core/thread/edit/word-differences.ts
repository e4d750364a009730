import type { Span } from '../../article/article.ts'

/** A run of words: what both say, what only the article says, what only the post says. */
export interface Stretch {
  readonly kind: 'both' | 'article' | 'post'
  readonly words: string
}

/** A post that no longer says what the article says where it was drafted from. */
export interface Difference {
  readonly n: number
  readonly origin: Span
  readonly stretches: readonly Stretch[]
}

/**
 * What differs between the article's words and a post's, word for word: the fewest words that are taken out or put in.
 * Time O(words × words) between the first difference and the last.
 * @example compareWords('a b c', 'a x c') // both "a", article "b", post "x", both "c"
 */
export function compareWords(article: string, post: string): readonly Stretch[] {
  const [ours, theirs] = [article.split(/\s+/).filter(Boolean), post.split(/\s+/).filter(Boolean)]
  const start = agreeing(ours, theirs)
  const end = agreeing(ours.slice(start).toReversed(), theirs.slice(start).toReversed())
  const middle = between(ours.slice(start, ours.length - end), theirs.slice(start, theirs.length - end))
  const both = (words: readonly string[]): readonly Step[] => words.map((word) => ({ kind: 'both', word }))
  return joined([...both(ours.slice(0, start)), ...middle, ...both(ours.slice(ours.length - end))])
}

interface Step {
  readonly kind: Stretch['kind']
  readonly word: string
}

function agreeing(ours: readonly string[], theirs: readonly string[]): number {
  const differs = ours.findIndex((word, index) => word !== theirs[index])
  return differs === -1 ? ours.length : differs
}

/** Beyond this many pairs of words they are not compared one by one. */
const most = 4_000_000

/** The longest common words, found from the end; then walked from the beginning. */
function between(ours: readonly string[], theirs: readonly string[]): readonly Step[] {
  const only = (kind: Step['kind'], words: readonly string[]): readonly Step[] => words.map((word) => ({ kind, word }))
  const width = theirs.length + 1
  if (ours.length * width > most) return [...only('article', ours), ...only('post', theirs)]
  const common = new Uint16Array((ours.length + 1) * width)
  for (let i = ours.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--)
      common[i * width + j] =
        ours[i] === theirs[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  const steps: Step[] = []
  let [i, j] = [0, 0]
  while (i < ours.length && j < theirs.length) {
    if (ours[i] === theirs[j]) {
      steps.push({ kind: 'both', word: ours[i++]! })
      j++
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
      steps.push({ kind: 'article', word: ours[i++]! })
    else steps.push({ kind: 'post', word: theirs[j++]! })
  }
  return [...steps, ...only('article', ours.slice(i)), ...only('post', theirs.slice(j))]
}

function joined(steps: readonly Step[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { kind, word } of steps) {
    const last = stretches.at(-1)
    if (last?.kind === kind) stretches[stretches.length - 1] = { kind, words: `${last.words} ${word}` }
    else stretches.push({ kind, words: word })
  }
  return stretches
}
