import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { pino as Pino, Logger } from 'pino'
import type pinoPretty from 'pino-pretty'
import type { Echo, Log } from '../ports.ts'
import { redact, redactText } from './redact.ts'

/** Most commands log nothing, and pino takes as long to load as half a card to draw: it is loaded with the first line. */
const require = createRequire(import.meta.url)

export interface LogOptions {
  /** Where `<day>.jsonl` is written; null: nowhere. */
  readonly folder: string | null
  /** Also to whoever watches. */
  readonly echo: Echo | null
  /** Texts that may never be written, wherever they stand. */
  readonly secrets: readonly string[]
  readonly now: () => Date
}

/** JSON lines in `folder`, one file a day (UTC). A folder that cannot be written costs the log, never the work. */
export function openLog({ folder, echo, secrets, now }: LogOptions): Log {
  let today = ''
  let logger: Logger | null = null
  const write = (level: 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    const day = now().toISOString().slice(0, 10)
    if (day !== today) logger = null
    today = day
    logger ??= begin(day)
    logger[level](redact(JSON.parse(JSON.stringify(fields)), secrets), redactText(message, secrets))
  }
  function begin(day: string): Logger {
    const { pino } = require('pino') as { pino: typeof Pino }
    return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.multistream(streams(day, pino)))
  }
  function streams(day: string, pino: typeof Pino): Pino.StreamEntry[] {
    const file = folder === null ? null : fileFor(folder, day)
    return [
      ...(file === null ? [] : [{ stream: pino.destination({ dest: file, sync: true, mode: 0o600 }) }]),
      ...(echo === null ? [] : [{ stream: echoing(echo) }]),
    ]
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

function echoing({ as, write }: Echo): Pino.DestinationStream {
  if (as === 'json') return { write }
  const { prettyFactory } = require('pino-pretty') as typeof pinoPretty
  const inWords = prettyFactory({ ignore: 'pid,hostname', colorize: process.stderr.isTTY && !isPlain() })
  return { write: (line) => write(inWords(line)) }
}

function isPlain(): boolean {
  return (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb'
}

function fileFor(folder: string, day: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return join(folder, `${day}.jsonl`)
  } catch {
    return null
  }
}
