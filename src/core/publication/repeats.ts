import { isSameText } from './match.ts'

/** For how long X remembers a text; it does not say, and a day is what its users report. Milliseconds. */
export const memory = 24 * 3_600_000

/** A text that was published, or will be, and when. */
export interface Said {
  readonly text: string
  /** What to call it: "post 3 of fair-use-k3f9". */
  readonly name: string
  readonly at: string
}

/** A post that says what another one says. */
export interface Repeat {
  readonly n: number
  /** What to call the other one. */
  readonly of: string
  /** When X has forgotten it; null for a post of the same thread. */
  readonly until: string | null
}

/** The posts that X would refuse at `at`, for it takes no text twice within a day: within the thread, or said `before`. */
export function repeatsOf(
  posts: readonly { readonly n: number; readonly text: string }[],
  { before, at }: { before: readonly Said[]; at: Date },
): readonly Repeat[] {
  const near = before.filter((said) => Math.abs(Date.parse(said.at) - at.getTime()) < memory)
  return posts.flatMap(({ n, text }, index): Repeat[] => {
    const twin = posts.slice(0, index).find((post) => isSameText(post.text, text))
    if (twin !== undefined) return [{ n, of: `post ${twin.n}`, until: null }]
    const said = near.findLast((one) => isSameText(one.text, text))
    if (said === undefined) return []
    return [{ n, of: said.name, until: new Date(Date.parse(said.at) + memory).toISOString() }]
  })
}
