import { readFile } from 'node:fs/promises'
import { Hono, type Context } from 'hono'
import type { Desk, Wire } from './api.ts'
import { write } from './create.ts'
import { engage, isLive, toggle } from './engage.ts'
import { visitor } from './fresh.ts'
import { sameOriginOnly, strictPage } from './guard.ts'
import { seenOn, timelinePage } from './timeline.tsx'

/** The timeline for a visitor with a browser: pages to look at, and forms to like, repost and reply by. */
export function visits(desk: Desk): Hono<Wire> {
  const { memory, now } = desk
  const app = new Hono<Wire>()
  app.use(strictPage, sameOriginOnly)
  app.get('/', (c) => shownTo(c, desk, null))
  app.get('/:handle/status/:id', async (c) => {
    const post = memory.state.posts.find(({ id }) => id === c.req.param('id'))
    if (post === undefined) return c.text('There is no such post in this sandbox.\n', 404)
    return shownTo(c, desk, post.conversation)
  })
  app.post('/posts/:id/like', (c) =>
    changed(c, () => memory.change((state) => ({ state: toggle(state, c.req.param('id'), 'liked') }))),
  )
  app.post('/posts/:id/repost', (c) =>
    changed(c, () => memory.change((state) => ({ state: toggle(state, c.req.param('id'), 'reposted') }))),
  )
  app.post('/posts/:id/reply', async (c) => {
    const text = fieldOf(await c.req.parseBody(), 'text').trim()
    const replyTo = c.req.param('id')
    if (text === '' || Array.from(text).length > 280 || !isLive(memory.state, replyTo)) {
      return c.text('A reply needs 1 to 280 characters, and a post to answer.\n', 400)
    }
    const reply = { author: visitor.id, text, replyTo, pictures: [] }
    return changed(c, () => memory.change((state) => ({ state: write(state, reply, now()) })))
  })
  app.get('/media/:id', async (c) => {
    const picture = memory.state.pictures[c.req.param('id')]
    const bytes = picture?.state === 'ready' ? await memory.album.get(picture.id) : null
    if (picture === undefined || bytes === null) return c.notFound()
    return c.body(new Uint8Array(bytes), 200, { 'content-type': picture.type })
  })
  app.get('/styles/:name{(post|timeline)\\.css}', async (c) => {
    const css = await readFile(new URL(`../../assets/styles/${c.req.param('name')}`, import.meta.url), 'utf8')
    return c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  return app
}

async function shownTo(context: Context<Wire>, { memory, now }: Desk, conversation: string | null): Promise<Response> {
  const seen = seenOn({ state: memory.state, conversation })
  const { state } = await memory.change((before) => ({ state: engage(before, seen, { impressions: 1 }) }))
  return context.html(timelinePage({ state, now: now(), here: context.req.path, conversation }))
}

/** Carries out what a form asked for, and leads back to the post on the page that the form stood on. */
async function changed(context: Context<Wire>, change: () => Promise<unknown>): Promise<Response> {
  const here = fieldOf(await context.req.parseBody(), 'here')
  await change()
  const path = /^\/(\w+\/status\/\d+)?$/.test(here) ? here : '/'
  return context.redirect(`${path}#${context.req.param('id')}`, 303)
}

function fieldOf(form: Readonly<Record<string, unknown>>, name: string): string {
  const field = form[name]
  return typeof field === 'string' ? field : ''
}
