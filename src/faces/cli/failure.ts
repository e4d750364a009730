import { InputError, WorldError } from '../../core/errors.ts'
import type { Terminal } from './terminal.ts'

/**
 * Tells a person, or with `json` a program, what could not be done and what to do, on standard error, and gives back the
 * exit code: 2 for wrong use or bad input, 75 for a store that is held, else 1.
 */
export function report(
  error: unknown,
  { terminal, json, debug = false }: { terminal: Terminal; json: boolean; debug?: boolean | undefined },
): number {
  const { exitCode, ...facts } = factsOf(error)
  reportFacts(facts, { terminal, json })
  if (debug && error instanceof Error) process.stderr.write(`\n${error.stack ?? ''}\n`)
  return exitCode
}

export interface Facts {
  readonly code: string
  readonly message: string
  readonly hint: string
}

export function reportFacts(facts: Facts, { terminal, json }: { terminal: Terminal; json: boolean }): void {
  terminal.rest()
  const { code, message, hint } = facts
  if (json) process.stderr.write(`${JSON.stringify({ error: { code, message, hint } })}\n`)
  else process.stderr.write(`${message}.\n${hint === '' ? '' : `${hint}\n`}`)
}

function factsOf(error: unknown): Facts & { exitCode: number } {
  if (error instanceof InputError) return { code: error.code, message: error.message, hint: error.hint, exitCode: 2 }
  if (error instanceof WorldError) {
    return { code: error.code, message: error.message, hint: error.hint, exitCode: error.exitCode }
  }
  const message = `Cannot go on: ${error instanceof Error ? error.message : String(error)}`
  return {
    code: 'fault',
    message,
    hint: 'This is a fault of Broadside; --debug shows where. Please report it.',
    exitCode: 1,
  }
}
