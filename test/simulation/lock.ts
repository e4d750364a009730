import { WorldError } from '../../src/core/errors.ts'
import type { Lock, Request } from '../../src/ports.ts'
import type { Process, World } from './world.ts'

interface Holder {
  readonly process: Process
  readonly since: number
  readonly serve: (request: Request) => Promise<unknown>
}

/** How the lock is kept: as the kernel does it, freed when it is old (wrong), or not at all (wrong). */
export type Locking = 'kernel' | 'freed-by-age' | 'none'

/** The lock as the kernel keeps it: free when its holder dies, and not before; a stopped holder keeps it. */
export class SimulatedLock {
  readonly #world: World
  readonly #locking: Locking
  #holder: Holder | null = null
  #asking: { readonly of: Process; readonly fail: () => void }[] = []

  constructor(world: World, locking: Locking) {
    this.#world = world
    this.#locking = locking
  }

  died(process: Process): void {
    if (this.#holder?.process === process) this.#holder = null
    for (const { fail } of this.#asking.filter(({ of }) => of === process)) fail()
  }

  lock(process: Process): Lock {
    return {
      take: async (serve) => {
        const mine: Holder = { process, since: this.#world.now, serve }
        const isMine = await process.step('take the lock', () => {
          if (this.#holder !== null && !this.#isFree(this.#holder)) return false
          this.#holder = mine
          return true
        })
        if (!isMine) return { kind: 'anothers', ask: (request) => this.#ask(process, request) }
        const release = () =>
          process.step('release the lock', () => {
            if (this.#holder === mine) this.#holder = null
          })
        return { kind: 'mine', release }
      },
    }
  }

  #isFree({ since }: Holder): boolean {
    return this.#locking === 'none' || (this.#locking === 'freed-by-age' && this.#world.now - since > 60_000)
  }

  async #ask(process: Process, request: Request): Promise<unknown> {
    const holder = await process.step(`ask the holder to ${request.task}`, () => {
      if (this.#holder === null) throw gone('lock-gone')
      if (this.#holder.process.stoppedUntil > this.#world.now) throw gone('locked')
      return this.#holder
    })
    return new Promise((resolve, reject) => {
      const asked = { of: holder.process, fail: () => reject(gone('locked')) }
      this.#asking.push(asked)
      holder
        .serve(request)
        .then(resolve, reject)
        .finally(() => {
          this.#asking = this.#asking.filter((one) => one !== asked)
        })
    })
  }
}

function gone(code: 'locked' | 'lock-gone'): WorldError {
  return new WorldError(
    code,
    { message: 'Cannot ask: the holder does not answer', hint: 'Try again.' },
    { exitCode: 75 },
  )
}
