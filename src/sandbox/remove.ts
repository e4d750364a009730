import { charge } from './bill.ts'
import { withReplies } from './create.ts'
import { notFound, notYours } from './errors.ts'
import type { State, Turn } from './state.ts'

/** `DELETE /2/tweets/:id`: only the account's own posts. */
export function remove(state: State, id: string, at: Date): Turn {
  const post = state.posts.find((one) => one.id === id && one.deletedAt === null)
  if (post === undefined) return { state, reply: { status: 404, body: { errors: [notFound('tweet', 'id', id)] } } }
  if (post.author !== state.account.id) return { state, reply: notYours }
  const posts = state.posts.map((one) => {
    if (one === post) return { ...one, deletedAt: at.toISOString() }
    return one.id === post.replyTo ? withReplies(one, -1) : one
  })
  return { state: charge({ ...state, posts }, 'delete'), reply: { status: 200, body: { data: { deleted: true } } } }
}
