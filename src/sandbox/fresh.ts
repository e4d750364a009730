import type { Engagement, State, User } from './state.ts'

/** The account that every key signs in to, until it is given a name. */
const owner: User = { id: '1460000000000000001', handle: 'sandbox_owner', name: 'Sandbox Owner' }

/** Whoever looks at the page: one person, as nobody signs in. */
export const visitor: User = { id: '1460000000000000002', handle: 'visitor', name: 'A visitor' }

/** In whose name simulated readers reply. */
export const reader: User = { id: '1460000000000000003', handle: 'simulated_reader', name: 'A simulated reader' }

/** A sandbox in which nothing has happened yet. */
export function freshState(): State {
  return {
    schema: 1,
    account: owner,
    lastId: owner.id,
    posts: [],
    pictures: {},
    windows: {},
    calls: {},
    bill: {},
    readOn: { day: '', ids: [] },
  }
}

export const noEngagement: Engagement = {
  impressions: 0,
  likes: 0,
  reposts: 0,
  replies: 0,
  quotes: 0,
  bookmarks: 0,
  linkClicks: 0,
  profileClicks: 0,
}

export function userOf(state: State, id: string): User {
  return [visitor, reader].find((user) => user.id === id) ?? state.account
}
