import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Request } from '../../ports.ts'
import { challenge, isProof, proofOf } from './handshake.ts'
import { linesOf, parse, say } from './lines.ts'
import type { Locksmith } from './locksmith.ts'

/** How long whoever connects may take to show that they may ask. Milliseconds. */
const patience = 5_000

/** How often the holder says that it still works. Milliseconds. */
const beat = 1_000

/** Answers whoever connects: once they have proven that they know the secret, `known` is called and their request served. */
export function answer(socket: Socket, { secret, serve }: Locksmith, known: () => void): void {
  socket.on('error', () => socket.destroy())
  socket.setTimeout(patience, () => socket.destroy())
  converse(socket, { secret, serve }, known).catch(() => socket.destroy())
}

async function converse(socket: Socket, { secret, serve }: Locksmith, known: () => void): Promise<void> {
  const lines = linesOf(socket)
  const heard = async () => parse(String((await once(lines, 'line'))[0]))
  const challenges = { asker: String((await heard())['challenge']), holder: challenge() }
  const next = heard()
  say(socket, { challenge: challenges.holder, proof: proofOf('holder', secret, challenges) })
  const { proof, request } = await next
  if (!isProof(proof, 'asker', secret, challenges)) throw new Error('whoever asks does not know the secret')
  known()
  socket.setTimeout(0)
  say(socket, { kind: 'working' })
  const beating = setInterval(() => say(socket, { kind: 'working' }), beat)
  try {
    const value = await serve(request as Request)
    say(socket, { kind: 'done', value: value ?? null })
  } catch (error) {
    say(socket, { kind: 'failed', error: factsOf(error) })
  } finally {
    clearInterval(beating)
    socket.end()
  }
}

/** An error as it travels from one process to another. */
export interface Facts {
  readonly name: string
  readonly code: string
  readonly message: string
  readonly hint: string
}

function factsOf(error: unknown): Facts {
  const { name, message } = error as Error
  const { code = 'failed', hint = '' } = error as Partial<Facts>
  return { name, code, message, hint }
}
