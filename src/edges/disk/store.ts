import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { WorldError } from '../../core/problem.ts'
import { LedgerLine } from '../../core/publication/ledger.ts'
import { Job } from '../../core/queue/job.ts'
import type { ImageType, Store } from '../../ports.ts'
import { openBatches } from './batches.ts'
import { openDisk, type Disk } from './durable.ts'
import { print, readJson, writeJson } from './json.ts'
import { openMetrics } from './metrics.ts'
import { openOutbox } from './outbox.ts'
import { schemas, type About } from './schemas.ts'
import { syncedBy } from './synced.ts'

/** How many files are read at once; a system lends only so many. */
const atOnce = 64

/** The JSON store in the folder `data`. It is made when something is first written. */
export function openStore(
  data: string,
  born: { storeId: string; now: () => Date },
  disk: Disk = openDisk(),
): Store & { /** What only those who may read the store know; makes the store. */ secret(): Promise<string> } {
  const at = (...names: readonly string[]) => join(data, ...names)
  const spares = { quarantine: at('quarantine'), backup: at('backup') }
  const jobPath = (id: string) => at('jobs', `${id}.json`)
  const readJob = (id: string) => readJson(jobPath(id), schemas.job, disk)
  const about = () => readJson(at('store.json'), schemas.about, disk)
  const ledger = openBatches(at('ledger'), disk)
  const outbox = openOutbox(at('outbox'), disk)
  let lastUpdate: Promise<unknown> = Promise.resolve()

  async function make(): Promise<About> {
    await disk.makeFolder(at('jobs'))
    await disk.makeFolder(at('outbox'))
    const fresh = { schema: 1 as const, storeId: born.storeId, accountId: null, createdAt: born.now().toISOString() }
    // Of two processes that make the store at once, one wins, and both read what it wrote.
    if ((await about()) === null) await disk.create(at('store.json'), print(fresh))
    return (await about()) ?? fresh
  }

  return {
    synced: () => syncedBy(data),
    secret: async () => (await make()).storeId,

    async bind(accountId) {
      const { accountId: bound, ...rest } = await make()
      if (bound === accountId) return
      if (bound === null) {
        return writeJson(at('store.json'), { ...rest, accountId }, { versioned: schemas.about, spares, disk })
      }
      throw new WorldError('store-of-another', {
        message: `Cannot publish from ${data}: it belongs to account ${bound}, and the keys are of account ${accountId}`,
        hint: 'Use another --home for this account, or move the data folder away.',
      })
    },

    async jobs() {
      const files = await filesIn('jobs', /\.json$/)
      const jobs: Job[] = []
      for (let from = 0; from < files.length; from += atOnce) {
        const some = files.slice(from, from + atOnce).map((file) => readJson(at('jobs', file), schemas.job, disk))
        for (const job of await Promise.all(some)) if (job !== null) jobs.push(job)
      }
      return jobs
    },

    job: readJob,

    async add(job) {
      await make()
      // What cannot be read again would stop every command: better it is never written.
      if (await disk.create(jobPath(job.id), print(Job.parse(job)))) return
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
        if (changed !== job) await writeJson(jobPath(id), changed, { versioned: schemas.job, spares, disk })
        return changed
      })
      lastUpdate = turn.catch(() => undefined)
      return turn
    },

    journal: outbox.journal,
    receive: outbox.receive,
    async intend(intent) {
      await make()
      return outbox.intend(intent)
    },

    async keep(image, type) {
      const sha256 = sha256Of(image)
      await disk.makeFolder(at('media'))
      const there = await readImage(imagePath(sha256, type))
      if (there === null || sha256Of(there) !== sha256) await disk.write(imagePath(sha256, type), image)
      return sha256
    },

    async image({ sha256, type }) {
      const path = imagePath(sha256, type)
      const image = await readImage(path)
      if (image !== null && sha256Of(image) === sha256) return image
      throw new WorldError('store-damaged', {
        message: `Cannot read ${path}: the card as approved is ${image === null ? 'gone' : 'damaged'}`,
        hint: 'Put it back from a backup, or cancel the job and queue the piece again.',
      })
    },

    charge: (lines) => ledger.append(lines),
    ledger: async () => (await ledger.readAll(LedgerLine)).records,
    async books() {
      const { records, leftOut } = await ledger.readAll(LedgerLine)
      return { lines: records, leftOut }
    },
    account: async () => (await about())?.accountId ?? null,
    ...openMetrics(at('metrics'), { disk, now: born.now }),
  }

  function imagePath(sha256: string, type: ImageType): string {
    return at('media', `${sha256}.${type === 'image/png' ? 'png' : 'jpg'}`)
  }

  async function readImage(path: string): Promise<Uint8Array | null> {
    return disk.read(path).catch(() => null)
  }

  async function filesIn(folder: string, pattern: RegExp): Promise<string[]> {
    const names = await disk.list(at(folder))
    return names.filter((name) => pattern.test(name) && !name.startsWith('.')).toSorted()
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
