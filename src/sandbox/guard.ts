import type { MiddlewareHandler } from 'hono'

/** Answers only to its own names: a page elsewhere that points a name of its own at this machine gets nothing. */
export const ownHostOnly: MiddlewareHandler = async (context, next) => {
  if (/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(context.req.header('host') ?? '')) return next()
  return context.text('This is a sandbox on this machine; it answers only to its own address.\n', 421)
}

/** Lets a page of its own, or a program, change things; never the page of another site. */
export const sameOriginOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
  const origin = context.req.header('origin')
  const site = context.req.header('sec-fetch-site')
  const own = origin === undefined || origin === `http://${context.req.header('host')}`
  if (own && (site === undefined || site === 'same-origin' || site === 'none')) return next()
  return context.text('Only the sandbox’s own page may do this.\n', 403)
}

/** A page may load its own styles and pictures, and nothing else may be done with it. */
export const strictPage: MiddlewareHandler = async (context, next) => {
  await next()
  context.header(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  context.header('x-content-type-options', 'nosniff')
  context.header('referrer-policy', 'same-origin')
  context.header('cache-control', 'no-store')
}
