import { z } from 'zod'
import { InputError, WorldError } from '../core/errors.ts'
import type { Sample } from '../core/metrics/sample.ts'
import type { QueueRow } from '../core/publication/rows.ts'
import type { Job } from '../core/queue/job.ts'
import type { Ports, Request } from '../ports.ts'
import { adopt, Adoption } from './adopt.ts'
import { Approval, approve } from './approve.ts'
import { measure } from './measure.ts'
import { Move, move, Order, reorder, swap } from './move.ts'
import { retract } from './retract.ts'
import { queueRows } from './show.ts'
import { cancel, hold, release } from './steer.ts'
import { tick } from './tick.ts'
import { verify, type Verified } from './verify.ts'

const Named = z.object({ id: z.string() })
const Nothing = z.object({})

/** How often to try for the lock when its holder goes away just then. */
const tries = 40
const betweenTries = 50

/** What a tick did, and what stopped it, in a shape that another process can be told. */
export interface TickedRows {
  readonly rows: readonly QueueRow[]
  readonly failure: { readonly code: string; readonly message: string; readonly hint: string } | null
}

interface Results {
  readonly approve: QueueRow
  readonly hold: QueueRow
  readonly release: QueueRow
  readonly cancel: QueueRow
  readonly move: QueueRow
  readonly swap: readonly QueueRow[]
  readonly reorder: readonly QueueRow[]
  readonly adopt: QueueRow
  readonly retract: QueueRow
  readonly verify: Verified
  readonly tick: TickedRows
  readonly measure: readonly Sample[]
}
type Task = keyof Results

/** The one place where the store is changed: by this process when it holds the lock, else by the process that does. */
export interface Desk {
  /** Does the task, or asks whoever holds the store to do it. */
  ask<T extends Task>(task: T, args: unknown, signal?: AbortSignal): Promise<Results[T]>
  /** Does the task in this process, which holds the lock. Ticks and measurements wait for each other. */
  run<T extends Task>(task: T, args: unknown, signal?: AbortSignal): Promise<Results[T]>
  serve(request: Request): Promise<unknown>
}

/** `over`: when this process is asked to stop, also what others asked of it stops between two posts. */
export function openDesk(ports: Ports, over?: AbortSignal): Desk {
  // Two lines: what the owner changes does not wait for a thread that is being published.
  const inTurn = queue()
  const beats = queue()
  const online = async () => ({ ...ports, network: await ports.network() })
  const row = async (job: Job) => (await queueRows([job], ports))[0] as QueueRow

  const tasks: { readonly [T in Task]: (args: unknown, signal?: AbortSignal) => Promise<Results[T]> } = {
    approve: (args) => inTurn(async () => row(await approve(Approval.parse(args), ports))),
    hold: (args) => inTurn(async () => row(await hold(Named.parse(args).id, ports))),
    release: (args) => inTurn(async () => row(await release(Named.parse(args).id, ports))),
    cancel: (args) => inTurn(async () => row(await cancel(Named.parse(args).id, ports))),
    move: (args) => inTurn(async () => row(await move(Move.parse(args), ports))),
    swap: (args) => inTurn(async () => queueRows(await swap(Order.parse(args), ports), ports)),
    reorder: (args) => inTurn(async () => queueRows(await reorder(Order.parse(args), ports), ports)),
    // What is being published is not touched meanwhile.
    adopt: (args) => beats(async () => row(await adopt(Adoption.parse(args), await online()))),
    retract: (args) => beats(async () => row(await retract(Named.parse(args).id, await online()))),
    verify: (args) => beats(async () => verify(Named.parse(args).id, await online())),
    tick: (args, signal) =>
      beats(async () => {
        Nothing.parse(args)
        const { jobs, failure } = await tick(ports, signal)
        return { rows: await queueRows(jobs, ports), failure: failure && factsOf(failure) }
      }),
    measure: (args) => beats(() => measure(Nothing.parse(args) && ports)),
  }

  const desk: Desk = {
    run: (task, args, signal) => tasks[task](args, signal),
    async serve({ task, args }) {
      if (Object.hasOwn(tasks, task)) return tasks[task as Task](args, over)
      throw new InputError('request', { message: `Cannot do "${task}": unknown`, hint: 'Update both Broadsides.' })
    },
    async ask(task, args, signal) {
      for (let left = tries; ; left--) {
        const held = await ports.lock.take(desk.serve)
        if (held.kind === 'mine') return desk.run(task, args, signal).finally(() => held.release())
        try {
          return (await held.ask({ task, args })) as Results[typeof task]
        } catch (cause) {
          // Its holder finished just then: what was asked was not begun, and the lock is free again.
          if (!(cause instanceof WorldError) || cause.code !== 'lock-gone' || left === 0) throw cause
          await ports.clock.sleep(betweenTries)
        }
      }
    },
  }
  return desk
}

/** Work in turn: each piece begins when the one before it has ended, well or badly. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

function factsOf(failure: Error): TickedRows['failure'] {
  const { code = 'failed', hint = '' } = failure as Partial<WorldError>
  return { code, message: failure.message, hint }
}
