import { connect, type Socket } from 'node:net'
import { InputError, WorldError } from '../../core/errors.ts'
import type { Request } from '../../ports.ts'
import type { Facts } from './answer.ts'
import { challenge, isProof, proofOf } from './handshake.ts'
import { linesOf, parse, say } from './lines.ts'
import type { Address, Locksmith } from './locksmith.ts'

/** How long a holder may keep silent before it counts as unable to answer: it says so every second while it works. */
const silence = 5_000

/**
 * Has the holder of the lock do what is asked, and gives back what it says.
 * @throws WorldError with exit code 75 when it does not answer, or is none of ours; else what the holder threw.
 */
export function ask(address: Address, smith: Locksmith, request: Request): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = typeof address === 'string' ? connect(address) : connect(address.port, address.host)
    const talk = conversation(socket, smith, request)
    const fail = (fact: string, code = talk.isServed() ? 'locked' : 'lock-gone') => {
      socket.destroy()
      reject(notServed(request, fact, code))
    }
    socket.setTimeout(silence, () => fail('does not answer', 'locked'))
    socket.once('error', () => fail('could not be reached'))
    socket.once('close', () => fail('went away without an answer'))
    linesOf(socket).on('line', (line) => {
      const said = talk.hear(parse(line))
      if (said === 'a stranger') {
        socket.destroy()
        reject(strange(request))
      } else if (said?.kind === 'done') resolve(said.value)
      else if (said?.kind === 'failed') reject(errorOf(said.error as Facts))
    })
  })
}

type Said = Readonly<Record<string, unknown>>

/** The asker's side of it: the first line has to prove who listens, the others are the answer. */
function conversation(socket: Socket, { secret, waiting }: Locksmith, request: Request) {
  const asker = challenge()
  let heard = 0
  say(socket, { challenge: asker })
  return {
    isServed: () => heard > 1,
    hear(said: Said): Said | 'a stranger' {
      heard++
      // It says that it works when it begins, and then each second.
      if (heard === 3 && said['kind'] === 'working') waiting?.(request)
      if (heard > 1) return said
      const challenges = { asker, holder: String(said['challenge']) }
      if (!isProof(said['proof'], 'holder', secret, challenges)) return 'a stranger'
      say(socket, { proof: proofOf('asker', secret, challenges), request })
      return said
    },
  }
}

function notServed({ task }: Request, fact: string, code: string): WorldError {
  return new WorldError(
    code,
    {
      message: `Cannot ${task}: another Broadside holds the store and ${fact}`,
      hint: 'Look for it with "ps", let it finish or stop it, then do this again.',
    },
    { exitCode: 75 },
  )
}

function strange({ task }: Request): WorldError {
  return new WorldError(
    'lock-strange',
    {
      message: `Cannot ${task}: a program that cannot read this store listens in the place of its lock`,
      hint: 'Look for it with "ss -xlp" or "ps", and stop it; nothing was told to it.',
    },
    { exitCode: 75 },
  )
}

function errorOf({ name, code, ...words }: Facts): Error {
  return name === 'InputError' ? new InputError(code, words) : new WorldError(code, words)
}
