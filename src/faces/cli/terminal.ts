import { confirm, isCancel, spinner } from '@clack/prompts'
import colours from 'picocolors'
import type { Progress } from '../../ports.ts'

const { createColors } = colours

/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Terminal extends Progress {
  /** Colours for results; plain where standard output is no terminal or NO_COLOR is set. */
  readonly ink: ReturnType<typeof createColors>
  readonly width: number
  /** Whether a person can be asked. */
  readonly canAsk: boolean
  /** Asks yes or no; no is the answer of whoever turns away. */
  ask(question: string): Promise<boolean>
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
  let line: ReturnType<typeof spinner> | null = null
  const rest = () => {
    line?.clear()
    line = null
  }
  return {
    ink,
    width: Math.min(stdout.columns ?? 100, 120),
    canAsk: stdin.isTTY && stdout.isTTY,
    rest,
    async ask(question) {
      rest()
      const answer = await confirm({ message: question, initialValue: false })
      return !isCancel(answer) && answer
    },
    say(what) {
      if (!stderr.isTTY || !stdout.isTTY) return
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

function isColourful(): boolean {
  return (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb'
}
