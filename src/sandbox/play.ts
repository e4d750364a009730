import type { ServerResponse } from 'node:http'
import * as x from './errors.ts'
import type { SetFault } from './faults.ts'
import { quarterOf, usedUp } from './limits.ts'
import type { Reply } from './state.ts'

/** What a fault does to the connection, where no answer says it. */
export type Play =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'text'; readonly status: number; readonly type: string; readonly text: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'sever'; readonly reply: Reply }

/** What a fault answers before anything is written; null when it lets the call through. */
export function before(fault: SetFault, at: Date): Play | null {
  switch (fault.do) {
    case 'reset-before':
      return { kind: 'reset' }
    case 'html':
      return fault.written ? null : page(fault.status)
    case 'redirect':
      return { kind: 'reply', reply: { status: 302, body: '', headers: { location: 'https://x.com/account/access' } } }
    default: {
      const reply = refusalOf(fault, at)
      return reply === null ? null : { kind: 'reply', reply }
    }
  }
}

/** What becomes of the answer to a call that was carried out. */
export function after(fault: SetFault, reply: Reply): Play {
  switch (fault.do) {
    case 'reset-after':
      return { kind: 'reset' }
    case 'hang-after':
      return { kind: 'hang' }
    case 'severed-after':
      return { kind: 'sever', reply }
    case 'truncated-after': {
      const whole = JSON.stringify(reply.body)
      return { kind: 'text', status: reply.status, type: 'application/json', text: whole.slice(0, whole.length / 2) }
    }
    case 'empty-after':
      return { kind: 'text', status: reply.status, type: 'application/json', text: '' }
    case 'error-after':
      return { kind: 'reply', reply: x.serverError(fault.status) }
    case 'html':
      return page(fault.status)
    default:
      return { kind: 'reply', reply }
  }
}

/** Breaks the connection off at once, as a cut cable would. */
export function reset(outgoing: ServerResponse): void {
  outgoing.socket?.resetAndDestroy()
}

/** Promises the whole answer, sends half of it, and breaks off. */
export function sever(outgoing: ServerResponse, { status, body }: Reply): void {
  const whole = JSON.stringify(body)
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) })
  outgoing.write(whole.slice(0, whole.length / 2), () => outgoing.destroy())
}

function refusalOf(fault: SetFault, at: Date): Reply | null {
  switch (fault.do) {
    case 'unavailable-before':
      return x.serverError(fault.status)
    case 'credits':
      return x.creditsDepleted
    case 'spend-cap':
      return x.spendCapReached(fault.resetDate ?? firstOfNextMonth(at))
    case 'duplicate':
      return x.duplicate
    case 'reply-rule':
      return x.replyRule
    case 'invisible':
      return x.invisible
    case 'unauthorized':
      return x.unauthorized
    case 'rate-limit':
      return x.tooManyRequests(usedUp('x-rate-limit', quarterOf(fault.on), later(at, fault.seconds)))
    case 'rate-limit-day':
      return x.tooManyRequests({
        ...usedUp('x-rate-limit', quarterOf(fault.on), later(at, 900)),
        'x-rate-limit-remaining': `${quarterOf(fault.on) - 1}`,
        ...usedUp('x-user-limit-24hour', 100, later(at, fault.seconds)),
      })
    default:
      return null
  }
}

function page(status: number): Play {
  const text = '<!doctype html><title>X</title><h1>Something went wrong</h1>'
  return { kind: 'text', status, type: 'text/html; charset=utf-8', text }
}

function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000)
}

function firstOfNextMonth(at: Date): string {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString().slice(0, 10)
}
