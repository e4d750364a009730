import { InputError } from '../core/errors.ts'
import type { Job } from '../core/queue/job.ts'
import type { Network } from '../ports.ts'

/**
 * A job lives where it was approved for: elsewhere its posts' ids say nothing, or something else.
 * @throws InputError where that is not the network at hand.
 */
export function refuseElsewhere(act: string, { id, network }: Job, { name }: Pick<Network, 'name'>): void {
  if (network === undefined || network === name) return
  const [there, remedy] =
    network === 'x'
      ? ['X, and the sandbox stands in for it now', 'Set the four keys again (and take X_API_URL out), then do it.']
      : ['the sandbox, and the keys in use are those of X', 'Take the keys out of .env, then do it.']
  throw new InputError('elsewhere', { message: `Cannot ${act} ${id}: it is on ${there}`, hint: remedy })
}
