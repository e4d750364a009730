import type { ServicePlan } from '../../ports.ts'

/** A plan with all that carrying it out needs. */
export interface Supervised extends ServicePlan {
  readonly encoding: 'utf8' | 'utf16le'
  /** What is said to the supervisor, in order. */
  readonly install: readonly Command[]
  readonly remove: readonly Command[]
  /** Fails where the service does not run. */
  readonly status: Command
}

export type Command = readonly [program: string, ...args: string[]]

/** What is to be run, and for whom. */
export interface ServiceFacts {
  /** Of this machine's Node, as an absolute path. */
  readonly node: string
  /** The program's own file. */
  readonly program: string
  readonly home: string
  /** Distinguishes this home from others: letters, digits and hyphens. */
  readonly name: string
  /** The folder of the person who owns the service. */
  readonly user: string
}
