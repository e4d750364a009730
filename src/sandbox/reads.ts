import { z } from 'zod'
import { charge, chargeOwnedReads } from './bill.ts'
import { invalidRequest, notFound } from './errors.ts'
import { includesOf, postObject, unknownField, type Query } from './fields.ts'
import type { Reply, SandboxPost, State, Turn } from './state.ts'

/** `GET /2/users/me` */
export function me(state: State): Turn {
  const { id, name, handle } = state.account
  return { state, reply: { status: 200, body: { data: { id, name, username: handle } } } }
}

const second = z.iso.datetime().transform((text) => Math.floor(Date.parse(text) / 1000))
const id = z
  .string()
  .regex(/^\d{1,19}$/)
  .transform(BigInt)

const Filter = z.object({
  max_results: z.coerce.number().int().min(5).max(100).default(10),
  since_id: id.optional(),
  until_id: id.optional(),
  start_time: second.optional(),
  end_time: second.optional(),
  exclude: z.string().default(''),
  pagination_token: z
    .base64url()
    .transform((token) => Buffer.from(token, 'base64url').toString())
    .pipe(id)
    .optional(),
})
type Filter = z.infer<typeof Filter>

/** `GET /2/users/:id/tweets`, newest first; the newest `hidden` posts are not there yet, as X's reads may lag. */
export function timeline(
  state: State,
  { user, query }: { user: string; query: Query },
  { at, hidden = 0 }: { at: Date; hidden?: number },
): Turn {
  const filter = readFilter(query)
  const refusal = 'status' in filter ? filter : unknownField(query)
  if (refusal !== null) return { state, reply: refusal }
  if (user !== state.account.id) {
    return { state, reply: { status: 200, body: { errors: [notFound('user', 'id', user)] } } }
  }
  const found = ownPosts(state, hidden).filter(within(filter as Filter))
  const page = found.slice(0, (filter as Filter).max_results)
  const next = found.length > page.length ? { next_token: tokenOf(page) } : {}
  const reply = { status: 200, body: pageOf(state, page, { query, at, next }) }
  return {
    state: chargeOwnedReads(
      state,
      page.map((post) => post.id),
      at,
    ),
    reply,
  }
}

/** `GET /2/tweets?ids=` and `GET /2/tweets/:id`; what is gone comes back among the errors, with status 200. */
export function lookup(
  state: State,
  { ids, query, one }: { ids: readonly string[]; query: Query; one: boolean },
  at: Date,
): Turn {
  const refusal = refusalOfIds(ids) ?? unknownField(query)
  if (refusal !== null) return { state, reply: refusal }
  const live = state.posts.filter((post) => post.deletedAt === null)
  const found = ids.flatMap((wanted) => live.find((post) => post.id === wanted) ?? [])
  const gone = ids.filter((wanted) => !found.some((post) => post.id === wanted))
  const data = found.map((post) => postObject({ post, state, at }, query))
  const includes = includesOf(state, found, query)
  const body = {
    ...(data.length > 0 && { data: one ? data[0] : data }),
    ...(includes && { includes }),
    ...(gone.length > 0 && { errors: gone.map((value) => notFound('tweet', one ? 'id' : 'ids', value)) }),
  }
  return { state: charge(state, 'read', found.length), reply: { status: 200, body } }
}

function readFilter(query: Query): Filter | Reply {
  const filter = Filter.safeParse(query)
  if (filter.success) return filter.data
  const name = String(filter.error.issues[0]?.path[0])
  const value = query[name] ?? ''
  const message =
    name === 'max_results'
      ? `The \`max_results\` query parameter value [${value}] is not between 5 and 100`
      : `The \`${name}\` query parameter value [${value}] is not valid`
  return invalidRequest(name, value, message)
}

function ownPosts({ posts, account }: State, hidden: number): readonly SandboxPost[] {
  const own = posts.filter((post) => post.author === account.id && post.deletedAt === null).toReversed()
  return own.slice(hidden)
}

/** X compares times by the second: the first is in, the last is out. */
function within({ since_id, until_id, start_time, end_time, exclude, pagination_token }: Filter) {
  return (post: SandboxPost): boolean => {
    const [number, created] = [BigInt(post.id), Math.floor(Date.parse(post.at) / 1000)]
    if (since_id !== undefined && number <= since_id) return false
    if (until_id !== undefined && number >= until_id) return false
    if (start_time !== undefined && created < start_time) return false
    if (end_time !== undefined && created >= end_time) return false
    if (exclude.includes('replies') && post.replyTo !== null) return false
    return pagination_token === undefined || number < pagination_token
  }
}

function tokenOf(page: readonly SandboxPost[]): string {
  return Buffer.from(page.at(-1)?.id ?? '0').toString('base64url')
}

interface PageOptions {
  readonly query: Query
  readonly at: Date
  readonly next: object
}

function pageOf(state: State, page: readonly SandboxPost[], { query, at, next }: PageOptions): object {
  if (page.length === 0) return { meta: { result_count: 0 } }
  const includes = includesOf(state, page, query)
  return {
    data: page.map((post) => postObject({ post, state, at }, query)),
    ...(includes && { includes }),
    meta: { result_count: page.length, newest_id: page[0]?.id, oldest_id: page.at(-1)?.id, ...next },
  }
}

function refusalOfIds(ids: readonly string[]): Reply | null {
  if (ids.length < 1 || ids.length > 100) {
    return invalidRequest('ids', ids.length, `size must be between 1 and 100`)
  }
  const bad = ids.find((wanted) => !/^\d{1,19}$/.test(wanted))
  if (bad === undefined) return null
  return invalidRequest('ids', bad, `The \`ids\` query parameter value [${bad}] is not valid`)
}
