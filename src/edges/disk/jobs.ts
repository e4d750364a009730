import { join } from 'node:path'
import { WorldError } from '../../core/errors.ts'
import { Job } from '../../core/queue/job.ts'
import { isOverBefore } from '../../core/queue/over.ts'
import type { Store } from '../../ports.ts'
import type { Disk } from './durable.ts'
import { print, readJson, writeJson, type Spares } from './json.ts'
import { openOver } from './over.ts'
import { schemas } from './schemas.ts'

/** How many files are read at once; a system lends only so many. */
const atOnce = 64

/** `data/jobs`: one file a job, and `data/over.json`, which tells which of them need not be read. */
export function openJobs(
  data: string,
  { spares, disk, now }: { readonly spares: Spares; readonly disk: Disk; readonly now: () => Date },
): Pick<Store, 'jobs' | 'countJobs' | 'job' | 'add' | 'update'> {
  const folder = join(data, 'jobs')
  const pathOf = (id: string) => join(folder, `${id}.json`)
  const readJob = (id: string) => readJson(pathOf(id), schemas.job, disk)
  const over = openOver(join(data, 'over.json'), { folder, files: listed, disk, now })
  let lastUpdate: Promise<unknown> = Promise.resolve()

  async function listed(): Promise<readonly string[]> {
    const names = await disk.list(folder)
    return names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).toSorted()
  }

  async function read(file: string): Promise<{ file: string; state: string | null; job: Job | null }> {
    const state = over.stateOf(file)
    return { file, state, job: await readJson(join(folder, file), schemas.job, disk) }
  }

  return {
    async jobs(asked) {
      const files = asked === undefined ? await listed() : await over.filesSince(asked.endedSince)
      const found: { file: string; state: string | null; job: Job }[] = []
      for (let from = 0; from < files.length; from += atOnce) {
        const some = await Promise.all(files.slice(from, from + atOnce).map(read))
        for (const { job, ...rest } of some) if (job !== null) found.push({ ...rest, job })
      }
      const jobs = found.map(({ job }) => job)
      if (asked === undefined) return jobs
      await over.learn(found)
      return jobs.filter((job) => !isOverBefore(job, asked.endedSince))
    },

    countJobs: async () => (await listed()).length,
    job: readJob,

    async add(job) {
      // What cannot be read again would stop every command: better it is never written.
      const isNew = await disk.create(pathOf(job.id), print(Job.parse(job)))
      over.changed()
      if (isNew) return
      throw new WorldError('store-job', {
        message: `Cannot add the job ${job.id}: there is one of that name`,
        hint: 'Do it again; it gets another name.',
      })
    },

    update(id, change) {
      const turn = lastUpdate.then(async () => {
        const job = await readJob(id)
        if (job === null) throw new RangeError(`there is no job ${id}`)
        const changed = change(job)
        if (changed === job) return job
        await writeJson(pathOf(id), changed, { versioned: schemas.job, spares, disk }).finally(over.changed)
        return changed
      })
      lastUpdate = turn.catch(() => undefined)
      return turn
    },
  }
}
