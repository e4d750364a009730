import type { Reply } from './state.ts'

/** X's own words for what it refuses: status, title and type as its clients meet them. */

const problems = 'https://api.twitter.com/2/problems'

export const unauthorized: Reply = {
  status: 401,
  body: { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
}

export const unsupportedAuthentication: Reply = {
  status: 403,
  body: {
    title: 'Unsupported Authentication',
    detail:
      'Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].',
    type: `${problems}/unsupported-authentication`,
    status: 403,
  },
}

/** A parameter that X does not take, with what it says of it. */
export function invalidRequest(parameter: string, value: unknown, message: string): Reply {
  return {
    status: 400,
    body: {
      errors: [{ parameters: { [parameter]: [value].flat().map(String) }, message }],
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: `${problems}/invalid-request`,
    },
  }
}

export function forbidden(detail: string): Reply {
  return { status: 403, body: { detail, type: 'about:blank', title: 'Forbidden', status: 403 } }
}

export const duplicate = forbidden('You are not allowed to create a Tweet with duplicate content.')
export const invisible = forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.')
export const replyRule = forbidden(
  'Reply to this conversation is not allowed. You can only reply to or quote posts where you are mentioned or are the author.',
)
export const notYours = forbidden('You are not authorized to delete this Tweet.')

export const creditsDepleted: Reply = {
  status: 402,
  body: {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account does not have any credits to fulfill this request.',
    type: `${problems}/credits`,
  },
}

/** @param resetDate the day on which the account may spend again, `yyyy-mm-dd` */
export function spendCapReached(resetDate: string): Reply {
  return {
    status: 403,
    body: {
      title: 'SpendCapReached',
      detail: 'Your enrolled account has reached its spend cap for this billing cycle.',
      type: `${problems}/spend-cap-reached`,
      reset_date: resetDate,
    },
  }
}

export function tooManyRequests(headers: Readonly<Record<string, string>>): Reply {
  return {
    status: 429,
    headers,
    body: { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
  }
}

export function serverError(status: number): Reply {
  const title = status === 503 ? 'Service Unavailable' : status === 500 ? 'Internal Server Error' : 'Bad Gateway'
  return { status, body: { title, detail: title, type: 'about:blank', status } }
}

export const tooLarge: Reply = {
  status: 413,
  body: { title: 'Payload Too Large', detail: 'Payload Too Large', type: 'about:blank', status: 413 },
}

export const noSuchCall: Reply = {
  status: 404,
  body: { title: 'Not Found', detail: 'Not Found', type: 'about:blank', status: 404 },
}

/** What X puts in `errors`, beside what it did find. */
export function notFound(resource: 'tweet' | 'user' | 'media', parameter: 'id' | 'ids', value: string) {
  return {
    value,
    detail: `Could not find ${resource} with ${parameter}: [${value}].`,
    title: 'Not Found Error',
    resource_type: resource,
    parameter,
    resource_id: value,
    type: `${problems}/resource-not-found`,
  }
}
