import { confirm, isCancel, spinner } from '@clack/prompts'
import colours from 'picocolors'
import type { Progress } from '../../ports.ts'

const { createColors } = colours

/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Terminal extends Progress {
  /** Colours for results; plain where standard output is no terminal or NO_COLOR is set. */
  readonly ink: ReturnType<typeof createColors>
  readonly width: number
  /** Whether a line may be drawn over and over on standard error. */
  readonly canDraw: boolean
  /** Whether a person can be asked. */
  readonly canAsk: boolean
  /** Asks yes or no; no is the answer of whoever turns away. */
  ask(question: string): Promise<boolean>
  /** Dims what stands on standard error, where it may have colours. */
  readonly faint: (text: string) => string
  /** A result. */
  print(text: string): void
  json(value: unknown): void
  /** A remark that is no result: what stands in for X, what to do next. */
  note(text: string): void
  /** Ends the progress line, if there is one. */
  rest(): void
}

export function openTerminal({ stdin, stdout, stderr }: NodeJS.Process = process): Terminal {
  const ink = createColors(stdout.isTTY && isColourful())
  const faint = createColors(stderr.isTTY && isColourful()).dim
  const canDraw = stderr.isTTY && stdout.isTTY && isColourful()
  let line: ReturnType<typeof spinner> | null = null
  const rest = () => {
    line?.clear()
    line = null
  }
  return {
    ink,
    faint,
    width: Math.min(stdout.columns ?? 100, 120),
    canDraw,
    canAsk: stdin.isTTY && stdout.isTTY,
    rest,
    async ask(question) {
      rest()
      const answer = await confirm({ message: question, initialValue: false })
      return !isCancel(answer) && answer
    },
    say(what) {
      if (!canDraw) return
      if (line) return line.message(what)
      line = spinner({ output: stderr })
      line.start(what)
    },
    print(text) {
      rest()
      stdout.write(`${text}\n`)
    },
    json(value) {
      rest()
      stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    note(text) {
      rest()
      stderr.write(`${faint(text)}\n`)
    },
  }
}

/** Neither colours nor a line that is drawn over and over where NO_COLOR is set or the terminal is dumb. */
function isColourful(): boolean {
  return (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb'
}
