import { InputError } from '../core/errors.ts'
import type { Job } from '../core/queue/job.ts'
import { spell } from '../core/queue/spell.ts'
import type { Settings } from '../core/settings.ts'

/** A piece is queued once at a time; the threads of its series are queued one after the other. */
export function refuseTwice(
  slug: string,
  part: number | null,
  jobs: readonly Job[],
  { timezone }: Pick<Settings, 'timezone'>,
): void {
  const same = jobs
    .filter((job) => job.slug === slug && ['queued', 'posting', 'held'].includes(job.state))
    .find((job) => part === null || job.part === undefined || job.part.n >= part)
  if (same === undefined) return
  throw new InputError('queued-already', {
    message: `Cannot queue ${slug}: it is ${same.state} already, as ${same.id} for ${spell(new Date(same.at), timezone)}`,
    hint: `Let that one finish, give it another time with "broadside move ${same.id} <time>", or take it out with "broadside cancel ${same.id}".`,
  })
}
