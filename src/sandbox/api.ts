import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono, type Context } from 'hono'
import type { Log } from '../ports.ts'
import { noSuchCall, serverError, tooLarge, unauthorized, unsupportedAuthentication } from './errors.ts'
import type { Faults, SetFault } from './faults.ts'
import { meter } from './limits.ts'
import type { Memory } from './memory.ts'
import { after, before, reset, sever, type Play } from './play.ts'
import type { Endpoint, Reply, State, Turn } from './state.ts'

export interface Wire {
  readonly Bindings: { readonly outgoing: ServerResponse }
}

export interface Desk {
  readonly memory: Memory
  readonly faults: Faults
  readonly log: Log
  readonly now: () => Date
  /** Aborts when the sandbox closes. */
  readonly closing: AbortSignal
}

interface Moment {
  readonly at: Date
  /** How many of the newest posts a read does not see yet. */
  readonly hidden: number
}

/** A call, read and ready to be carried out in one go; `settle` keeps what does not go into the state. */
export interface Order {
  readonly act: (state: State, moment: Moment) => Turn
  readonly settle?: (reply: Reply) => Promise<void>
}

/** Room for the largest picture in base64. */
const mostBytes = 8 * 1024 * 1024

export type Handler = (context: Context<Wire>) => Promise<Response>

/** An app that answers as X does where no call is, or where one breaks. */
export function openApi({ log }: Desk): Hono<Wire> {
  const app = new Hono<Wire>()
  app.use(async (context, next) => {
    if (Number(context.req.header('content-length') ?? 0) > mostBytes) return json(tooLarge)
    return next()
  })
  app.notFound(() => json(noSuchCall))
  app.onError((error) => {
    log.error({ error: error.message }, 'the sandbox could not answer')
    return json(serverError(500))
  })
  return app
}

/** Answers calls of `endpoint`: asks for a signature, lets a fault strike, counts, carries out, saves, and only then answers. */
export function answering(
  desk: Desk,
  endpoint: Endpoint,
  read: (context: Context<Wire>) => Promise<Order> | Order,
): Handler {
  return async (context) => {
    const unsigned = refusalOfSignature(context.req.header('authorization'))
    if (unsigned !== null) return json(unsigned)
    const at = desk.now()
    const fault = desk.faults.next(endpoint)
    const answer = await answerTo(desk, { endpoint, fault, at, order: () => read(context) })
    desk.log.info({ endpoint, fault: fault?.do ?? null, answer: saidOf(answer) }, 'the sandbox was called')
    return played(context, answer, at)
  }
}

interface Ask {
  readonly endpoint: Endpoint
  readonly fault: SetFault | null
  readonly at: Date
  readonly order: () => Promise<Order> | Order
}

async function answerTo({ memory, closing }: Desk, { endpoint, fault, at, order }: Ask): Promise<Play> {
  const struck = fault === null ? null : before(fault, at)
  if (struck !== null) {
    await memory.change((state) => ({ state: counted(state, endpoint) }))
    return struck
  }
  const { act, settle } = await order()
  const hidden = fault?.do === 'stale' ? fault.newest : 0
  const { reply } = await memory.change((state) =>
    carriedOut(counted(state, endpoint), { endpoint, act, moment: { at, hidden } }),
  )
  if (reply.status < 300) await settle?.(reply)
  if (fault?.do === 'slow') await sleep(fault.ms, undefined, { signal: closing }).catch(() => {})
  return fault === null ? { kind: 'reply', reply } : after(fault, reply)
}

function carriedOut(
  state: State,
  { endpoint, act, moment }: { endpoint: Endpoint; act: Order['act']; moment: Moment },
): Turn {
  const metered = meter(state, endpoint, moment.at)
  if (metered.refusal !== null) return { state: metered.state, reply: metered.refusal }
  const turn = act(metered.state, moment)
  return { state: turn.state, reply: { ...turn.reply, headers: { ...metered.headers, ...turn.reply.headers } } }
}

function counted(state: State, endpoint: Endpoint): State {
  return { ...state, calls: { ...state.calls, [endpoint]: (state.calls[endpoint] ?? 0) + 1 } }
}

/** Any keys will do, but a call must be signed with some. */
function refusalOfSignature(header: string | undefined): Reply | null {
  if (header?.startsWith('Bearer ')) return unsupportedAuthentication
  const parts = ['oauth_consumer_key=', 'oauth_token=', 'oauth_signature=']
  const signed = header?.startsWith('OAuth ') && parts.every((part) => header.includes(part))
  return signed ? null : unauthorized
}

function played(context: Context<Wire>, play: Play, at: Date): Response {
  if (play.kind === 'reply') return json(play.reply, at)
  if (play.kind === 'text') {
    const headers = { 'content-type': play.type, date: at.toUTCString() }
    return new Response(play.text, { status: play.status, headers })
  }
  if (play.kind === 'reset') reset(context.env.outgoing)
  if (play.kind === 'sever') sever(context.env.outgoing, play.reply)
  return seenTo()
}

function json({ status, body, headers }: Reply, at = new Date()): Response {
  const head = { 'content-type': 'application/json; charset=utf-8', date: at.toUTCString(), ...headers }
  return new Response(JSON.stringify(body), { status, headers: head })
}

/** Tells the server that the connection is seen to, and that it should send nothing. */
function seenTo(): Response {
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
}

function saidOf(play: Play): string {
  return play.kind === 'reply' || play.kind === 'sever' ? `${play.reply.status}` : play.kind
}
