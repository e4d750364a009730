import type { Engagement, SandboxPost, State } from './state.ts'

/** Adds `count` of something readers do to the posts named; posts that are not there are passed over. */
export function engage(state: State, ids: readonly string[], by: Partial<Engagement>): State {
  const posts = state.posts.map((post) =>
    ids.includes(post.id) && post.deletedAt === null ? { ...post, engagement: added(post.engagement, by) } : post,
  )
  return { ...state, posts }
}

/** The visitor likes a post, or takes the like back; the same for a repost. */
export function toggle(state: State, id: string, what: 'liked' | 'reposted'): State {
  const figure = what === 'liked' ? 'likes' : 'reposts'
  const posts = state.posts.map((post): SandboxPost => {
    if (post.id !== id || post.deletedAt !== null) return post
    const now = !post.visitor[what]
    const engagement = added(post.engagement, { [figure]: now ? 1 : -1 })
    return { ...post, engagement, visitor: { ...post.visitor, [what]: now } }
  })
  return { ...state, posts }
}

export function isLive({ posts }: State, id: string): boolean {
  return posts.some((post) => post.id === id && post.deletedAt === null)
}

function added(engagement: Engagement, by: Partial<Engagement>): Engagement {
  const sums = Object.entries(engagement).map(([figure, count]) => [
    figure,
    Math.max(0, count + (by[figure as keyof Engagement] ?? 0)),
  ])
  return Object.fromEntries(sums) as Engagement
}
