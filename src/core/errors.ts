import type { Problem } from './problem.ts'
import { type Words, wordsOf } from './words.ts'

/** Bad input: what the person asked for cannot be done as it stands. The command ends with exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code: string
  readonly hint: string
  constructor(code: string, { message, hint }: Words, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.hint = hint
  }
  static of(problem: Problem): InputError {
    return new InputError(problem.code, wordsOf(problem))
  }
}

/** A deal the world broke: a disk, a network, another process. The command ends with exit code 1, or the one given. */
export class WorldError extends Error {
  override readonly name = 'WorldError'
  readonly code: string
  readonly hint: string
  readonly exitCode: number
  constructor(
    code: string,
    { message, hint }: Words,
    { cause, exitCode = 1 }: { cause?: unknown; exitCode?: number } = {},
  ) {
    super(message, { cause })
    this.code = code
    this.hint = hint
    this.exitCode = exitCode
  }
}
