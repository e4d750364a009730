import type { Chance } from './chance.ts'

/** A process that may die between any two things it does to the outside. */
export interface Process {
  readonly id: number
  alive: boolean
  /** Stopped, as by SIGSTOP: it does nothing before this instant. */
  stoppedUntil: number
  /** Does `act` when its turn has come; never comes back in a process that died. */
  step<T>(name: string, act: () => T, after?: number): Promise<T>
}

interface Step {
  readonly process: Process
  readonly name: string
  readonly at: number
  /** Has the effect, and gives back the way to tell the process. */
  readonly act: () => () => void
}

/** When the machine goes down: at its `at`th step, before or after that step's effect. */
export interface Crash {
  readonly at: number
  readonly kind: 'kill' | 'power'
  readonly effect: 'before' | 'after'
}

/** Virtual time, and the one order in which the steps of all processes happen. */
export class World {
  /** Milliseconds since 1970. */
  now = Date.parse('2026-11-22T09:00:00.000Z')
  steps = 0
  readonly trace: string[] = []
  readonly #chance: Chance
  readonly #crashes: Map<number, Crash>
  readonly #keepsTrace: boolean
  #waiting: Step[] = []
  #processes = 0
  /** What starts the processes, and never goes down itself. */
  readonly machine: Process
  onCrash: (crash: Crash, victim: Process) => void = () => undefined

  constructor(chance: Chance, { crashes, keepsTrace }: { crashes: readonly Crash[]; keepsTrace: boolean }) {
    this.#chance = chance
    this.#crashes = new Map(crashes.map((crash) => [crash.at, crash]))
    this.#keepsTrace = keepsTrace
    this.machine = this.process()
  }

  process(): Process {
    const process: Process = {
      id: ++this.#processes,
      alive: true,
      stoppedUntil: 0,
      step: <T>(name: string, act: () => T, after = 0) =>
        new Promise<T>((resolve, reject) => {
          if (!process.alive) return
          const carryOut = () => {
            try {
              const value = act()
              return () => resolve(value)
            } catch (cause) {
              return () => reject(cause)
            }
          }
          this.#waiting.push({ process, name, at: this.now + after, act: carryOut })
        }),
    }
    return process
  }

  /** The process is gone, with all that it was about to do. */
  kill(process: Process): void {
    process.alive = false
    this.#waiting = this.#waiting.filter((step) => step.process !== process)
  }

  say(what: string): void {
    if (this.#keepsTrace) this.trace.push(`${new Date(this.now).toISOString()} ${what}`)
  }

  /** Lets things happen until `isOver`, or until there are more steps than any run needs. */
  async run(isOver: () => boolean, most: number): Promise<void> {
    while (this.steps < most) {
      await drained()
      if (isOver() || this.#waiting.length === 0) return
      this.#take(this.#next())
    }
  }

  #next(): Step {
    const when = ({ at, process }: Step) => Math.max(at, process.stoppedUntil)
    const ready = this.#waiting.filter((step) => when(step) <= this.now)
    const step =
      ready.length > 0 ? this.#chance.pick(ready) : this.#waiting.reduce((a, b) => (when(b) < when(a) ? b : a))
    this.now = Math.max(this.now, when(step))
    this.#waiting.splice(this.#waiting.indexOf(step), 1)
    return step
  }

  #take(step: Step): void {
    const crash = step.process === this.machine ? undefined : this.#crashes.get(this.steps + 1)
    this.steps++
    if (this.#keepsTrace) this.say(`#${this.steps} process ${step.process.id}: ${step.name}`)
    if (crash?.effect === 'before') return this.#crash(crash, step.process)
    const tell = step.act()
    if (crash?.effect === 'after') return this.#crash(crash, step.process)
    tell()
  }

  #crash(crash: Crash, victim: Process): void {
    this.say(`${crash.kind} at step ${this.steps}, ${crash.effect} its effect`)
    this.onCrash(crash, victim)
  }
}

/** All that follows from the last step without another one has happened. */
function drained(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
