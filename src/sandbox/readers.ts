import { engage } from './engage.ts'
import type { Engagement, SandboxPost, State } from './state.ts'

export interface Crowd {
  /** The id of a post of the thread that they come upon. */
  readonly conversation: string
  readonly readers: number
  /** The same seed gives the same readers. */
  readonly seed: number
}

/** How likely a reader is to do a thing to a post that they see. */
const habits = { likes: 0.06, reposts: 0.015, quotes: 0.003, bookmarks: 0.01, profileClicks: 0.004, linkClicks: 0.002 }

/** How likely a reader is to go on from one post to the next. */
const patience = 0.86

/** Lets simulated readers read a thread from its beginning, each as far as patience lasts. They are made up, and said to be. */
export function letRead(state: State, { conversation, readers, seed }: Crowd): State {
  const chance = sequence(seed)
  const thread = ownChain(state, conversation)
  const tallies = thread.map(() => ({
    impressions: 0,
    likes: 0,
    reposts: 0,
    quotes: 0,
    bookmarks: 0,
    profileClicks: 0,
    linkClicks: 0,
  }))
  for (let reader = 0; reader < readers; reader += 1) {
    for (const tally of tallies) {
      tally.impressions += 1
      for (const habit of Object.keys(habits) as (keyof typeof habits)[])
        if (chance() < habits[habit]) tally[habit] += 1
      if (chance() >= patience) break
    }
  }
  return thread.reduce((after, post, index) => engage(after, [post.id], tallies[index] as Partial<Engagement>), state)
}

/** The account's own live posts of a conversation, oldest first. */
export function ownChain({ posts, account }: State, conversation: string): readonly SandboxPost[] {
  const root = posts.find((post) => post.id === conversation)?.conversation
  return posts.filter((post) => post.conversation === root && post.author === account.id && post.deletedAt === null)
}

/** Numbers from 0 to 1, the same for the same seed. Source: Tommy Ettinger's mulberry32. */
function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
