import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import pinoPretty from 'pino-pretty'
import type { Log } from '../ports.ts'

export interface LogOptions {
  /** Where `<day>.jsonl` is written; null: nowhere. */
  readonly folder: string | null
  /** Also to standard error, for people. */
  readonly pretty: boolean
  /** Texts that may never be written, wherever they stand. */
  readonly secrets: readonly string[]
  readonly now: () => Date
}

/** JSON lines in `folder`, one file a day (UTC). A folder that cannot be written costs the log, never the work. */
export function openLog({ folder, pretty, secrets, now }: LogOptions): Log {
  let today = ''
  let logger: Logger | null = null
  const write = (level: 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    const day = now().toISOString().slice(0, 10)
    if (day !== today) logger = null
    today = day
    logger ??= pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.multistream(streams(day)))
    logger[level](redact(fields, secrets), redactText(message, secrets))
  }
  function streams(day: string): pino.StreamEntry[] {
    const file = folder === null ? null : fileFor(folder, day)
    return [
      ...(file === null ? [] : [{ stream: pino.destination({ dest: file, sync: true, mode: 0o600 }) }]),
      ...(pretty ? [{ stream: pinoPretty({ destination: 2, sync: true, ignore: 'pid,hostname' }) }] : []),
    ]
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

function fileFor(folder: string, day: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return join(folder, `${day}.jsonl`)
  } catch {
    return null
  }
}

function redact(fields: object, secrets: readonly string[]): object {
  return JSON.parse(redactText(JSON.stringify(fields), secrets)) as object
}

/** Any secret in `text` becomes a mark. Longer secrets first, lest one that holds another leave a part behind. */
function redactText(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .toSorted((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text)
}
