import { InputError } from '../../core/errors.ts'

/** @throws InputError unless it is a whole number from 0 to 65535. */
export function portOf(given: string | boolean): number {
  const port = Number(given)
  if (typeof given === 'string' && /^\d+$/.test(given) && port <= 65_535) return port
  throw new InputError('port', {
    message: `Cannot listen on port ${String(given)}: a port is a whole number from 0 to 65535`,
    hint: 'Leave --port out for the usual one, or give 0 for any free one.',
  })
}
