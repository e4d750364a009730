import type { Outlook } from '../core/queue/outlook.ts'
import type { Watched } from './daemon.ts'

/** A scheduler whose minute has not struck for this long is stuck. Milliseconds. */
const silence = 150_000

/** What `/healthz` tells a supervisor. */
export interface Health {
  /** Whether the minute still strikes: where it does not, only a new start helps. */
  readonly live: boolean
  /** Whether it has seen to all that was due at least once, and the last time well. */
  readonly ready: boolean
  readonly startedAt: string
  readonly lookedAt: string | null
  readonly failure: { readonly code: string; readonly message: string } | null
  readonly jobs: Outlook | null
}

function healthOf({ startedAt, struckAt, lookedAt, failure, outlook }: Watched, now: Date): Health {
  return {
    live: now.getTime() - struckAt.getTime() < silence,
    ready: lookedAt !== null && failure === null,
    startedAt: startedAt.toISOString(),
    lookedAt: lookedAt?.toISOString() ?? null,
    failure: failure && { code: failure.code, message: failure.message },
    jobs: outlook,
  }
}

/** `/healthz`: 200 where all is well, 503 where it is not. `/healthz/live`: 503 only where a new start would help. */
export function answerHealth(request: Request, watched: Watched | null, now: Date): Response {
  const { pathname } = new URL(request.url)
  if (pathname !== '/healthz' && pathname !== '/healthz/live') {
    return new Response('There is only /healthz here.\n', { status: 404 })
  }
  if (watched === null)
    return Response.json({ live: true, ready: false }, { status: pathname === '/healthz' ? 503 : 200 })
  const health = healthOf(watched, now)
  const isWell = health.live && (health.ready || pathname === '/healthz/live')
  return Response.json(health, { status: isWell ? 200 : 503 })
}
