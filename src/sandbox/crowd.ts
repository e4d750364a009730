import { Hono } from 'hono'
import { z } from 'zod'
import type { Desk, Wire } from './api.ts'
import { costOf } from './bill.ts'
import { write } from './create.ts'
import { engage, isLive } from './engage.ts'
import { Fault } from './faults.ts'
import { reader } from './fresh.ts'
import { sameOriginOnly } from './guard.ts'
import { letRead, ownChain } from './readers.ts'
import type { Engagement } from './state.ts'

const Crowd = z.strictObject({
  conversation: z.string(),
  readers: z.number().int().min(1).max(100_000),
  seed: z.number().int().default(1),
})

const Act = z.strictObject({
  count: z.number().int().min(1).max(1_000_000).default(1),
  text: z.string().max(280).optional(),
})

const figures: Readonly<Record<string, keyof Engagement>> = {
  view: 'impressions',
  like: 'likes',
  repost: 'reposts',
  reply: 'replies',
  quote: 'quotes',
  bookmark: 'bookmarks',
}

/** For programs: simulated readers, faults while it runs, and a look at what is kept. Nothing of it is part of X's API. */
export function crowd({ memory, faults, now }: Desk): Hono<Wire> {
  const app = new Hono<Wire>()
  app.use(sameOriginOnly)
  app.onError((error, c) =>
    c.json({ error: error instanceof z.ZodError ? z.prettifyError(error) : 'It could not be done' }, 400),
  )
  app.get('/', ({ json }) => {
    const { account, posts, calls } = memory.state
    return json({ account, posts, calls, cost: costOf(memory.state) })
  })
  app.post('/readers', async (c) => {
    const group = Crowd.parse(await c.req.json())
    if (ownChain(memory.state, group.conversation).length === 0)
      return c.json({ error: 'There is no such thread' }, 404)
    const { state } = await memory.change((before) => ({ state: letRead(before, group) }))
    const posts = ownChain(state, group.conversation).map(({ id, engagement }) => ({ id, engagement }))
    return c.json({ simulated: true, posts })
  })
  app.post('/posts/:id/:act', async (c) => {
    const { id, act } = c.req.param()
    const figure = figures[act]
    if (figure === undefined || !isLive(memory.state, id)) return c.json({ error: 'There is no such post or act' }, 404)
    const { count, text } = Act.parse(await c.req.json().catch(() => ({})))
    const reply = { author: reader.id, replyTo: id, pictures: [] }
    const { state } = await memory.change((before) => ({
      state:
        act === 'reply' && text ? write(before, { ...reply, text }, now()) : engage(before, [id], { [figure]: count }),
    }))
    return c.json({ simulated: true, engagement: state.posts.find((post) => post.id === id)?.engagement })
  })
  app.post('/faults', async (c) => {
    faults.add(z.array(Fault).parse(await c.req.json()))
    return c.json({ added: true })
  })
  return app
}
