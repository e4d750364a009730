import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WorldError } from '../core/errors.ts'
import type { Listening } from '../ports.ts'

/**
 * Serves `answer` on this machine alone, by GET. A request that names another host is refused: a page elsewhere whose
 * name was pointed at this machine could read what stands here.
 * @throws WorldError when the port cannot be listened on.
 */
export async function serveLoopback(
  answer: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answerTo(request, answer)
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(unavailable(port, cause)))
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answerTo(
  { method, url = '/', headers: { host = '' } }: IncomingMessage,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const plain = { 'content-type': 'text/plain; charset=utf-8' }
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)) {
    return { status: 421, headers: plain, body: 'This server answers for this machine alone.\n' }
  }
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: plain, body: 'Only GET is answered.\n' }
  try {
    const answered = await answer(new Request(new URL(url, `http://${host}`)))
    return { status: answered.status, headers: Object.fromEntries(answered.headers), body: await answered.text() }
  } catch {
    return { status: 500, headers: plain, body: 'It could not be answered.\n' }
  }
}

function unavailable(port: number, cause: Error): WorldError {
  const { code } = cause as NodeJS.ErrnoException
  const fact = code === 'EADDRINUSE' ? 'another program uses it' : `the system says ${code ?? cause.message}`
  return new WorldError('port-unavailable', {
    message: `Cannot listen on port ${port}: ${fact}`,
    hint: 'Choose another with --port, or 0 for any free one.',
  })
}
