import type { Open, Workshop } from '../../ports.ts'
import type { Terminal } from './terminal.ts'

/** What a command is given. */
export interface Context {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** `--json`: results, and errors too, as JSON. */
  readonly json: boolean
  /** `--verbose`: the log too, on standard error. */
  readonly verbose: boolean
  /** Where posts/, data/ and .env are. */
  readonly home: string
  readonly terminal: Terminal
  /** Aborts when the owner or the system asks the program to stop. */
  readonly signal: AbortSignal
  /** Opens the home; it is closed when the command ends. */
  workshop(): Promise<Workshop>
  /** Opens any home, for the demo. */
  readonly open: Open
}

/** Does the command, and gives back the exit code where it is not 0. */
export type Run = (context: Context) => Promise<number | void>

/** A command as a row of a table. */
export interface Command {
  /** Its arguments in commander's notation: `<needed>`, `[optional]`. */
  readonly args?: string
  readonly help: string
  readonly options?: readonly (readonly [flags: string, help: string])[]
  /** Loaded only when it runs, so that help and version stay quick. */
  readonly load: () => Promise<{ readonly run: Run }>
}
