import type { Context, Hono } from 'hono'
import { answering, openApi, type Desk, type Order, type Wire } from './api.ts'
import { create, type House } from './create.ts'
import { append, describe, finalize, initialize, upload } from './media.ts'
import { partsOf } from './multipart.ts'
import { lookup, me, timeline } from './reads.ts'
import { remove } from './remove.ts'
import type { Reply } from './state.ts'

/** The calls of X's API, as a table: method, path, and what each comes to. */
export function calls(desk: Desk, house: House): Hono<Wire> {
  const app = openApi(desk)
  app.post(
    '/tweets',
    answering(desk, 'create', async (c) => {
      const body = await jsonOf(c)
      return { act: (state, { at }) => create(state, body, { at, house }) }
    }),
  )
  app.delete(
    '/tweets/:id',
    answering(desk, 'delete', (c) => ({
      act: (state, { at }) => remove(state, c.req.param('id') ?? '', at),
    })),
  )
  app.get(
    '/tweets',
    answering(desk, 'lookup', (c) => {
      const ids = (c.req.query('ids') ?? '').split(',').filter((id) => id !== '')
      return { act: (state, { at }) => lookup(state, { ids, query: c.req.query(), one: false }, at) }
    }),
  )
  app.get(
    '/tweets/:id',
    answering(desk, 'lookup', (c) => {
      const ids = [c.req.param('id') ?? '']
      return { act: (state, { at }) => lookup(state, { ids, query: c.req.query(), one: true }, at) }
    }),
  )
  app.get(
    '/users/me',
    answering(desk, 'me', () => ({ act: me })),
  )
  app.get(
    '/users/:id/tweets',
    answering(desk, 'timeline', (c) => ({
      act: (state, moment) => timeline(state, { user: c.req.param('id') ?? '', query: c.req.query() }, moment),
    })),
  )
  app.post(
    '/media/upload',
    answering(desk, 'upload', (c) => oneShot(desk, c)),
  )
  app.post(
    '/media/upload/initialize',
    answering(desk, 'upload', async (c) => {
      const body = await jsonOf(c)
      return { act: (state, { at }) => initialize(state, body, at) }
    }),
  )
  app.post(
    '/media/upload/:id/append',
    answering(desk, 'upload', (c) => segment(desk, c)),
  )
  app.post(
    '/media/upload/:id/finalize',
    answering(desk, 'upload', (c) => assembled(desk, c)),
  )
  app.post(
    '/media/metadata',
    answering(desk, 'metadata', async (c) => {
      const body = await jsonOf(c)
      return { act: (state, { at }) => describe(state, body, at) }
    }),
  )
  return app
}

async function oneShot({ memory }: Desk, context: Context<Wire>): Promise<Order> {
  const fields = await fieldsOf(context)
  const bytes = bytesOf(fields['media'])
  return {
    act: (state, { at }) => upload(state, { bytes, category: fields['media_category'] }, at),
    settle: (reply) => memory.album.put(idIn(reply), bytes),
  }
}

async function segment({ memory }: Desk, context: Context<Wire>): Promise<Order> {
  const id = context.req.param('id') ?? ''
  const fields = await fieldsOf(context)
  const bytes = bytesOf(fields['media'])
  const index = Number(fields['segment_index'])
  return {
    act: (state) => append(state, id, { index }),
    settle: () => memory.album.put(`${id}.${index}`, bytes),
  }
}

async function assembled({ memory }: Desk, context: Context<Wire>): Promise<Order> {
  const id = context.req.param('id') ?? ''
  const segments = memory.state.pictures[id]?.segments ?? []
  const parts = await Promise.all(segments.map((index) => memory.album.get(`${id}.${index}`)))
  const bytes = Buffer.concat(parts.filter((part) => part !== null))
  return {
    act: (state, { at }) => finalize(state, id, { bytes, at }),
    settle: async () => {
      await memory.album.put(id, bytes)
      for (const index of segments) await memory.album.remove(`${id}.${index}`)
    },
  }
}

async function jsonOf({ req }: Context<Wire>): Promise<unknown> {
  return req.json().catch(() => null)
}

/** The fields of a form with parts, a picture among them as bytes; or of a JSON object, a picture in base64. */
async function fieldsOf(context: Context<Wire>): Promise<Readonly<Record<string, unknown>>> {
  const type = context.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const fields = await jsonOf(context)
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {}
  }
  const parts = partsOf(new Uint8Array(await context.req.arrayBuffer()), type)
  return Object.fromEntries(
    [...parts].map(([name, bytes]) => [name, name === 'media' ? bytes : Buffer.from(bytes).toString()]),
  )
}

function bytesOf(field: unknown): Uint8Array {
  if (field instanceof Uint8Array) return field
  return typeof field === 'string' ? Buffer.from(field, 'base64') : new Uint8Array()
}

function idIn({ body }: Reply): string {
  return (body as { readonly data: { readonly id: string } }).data.id
}
