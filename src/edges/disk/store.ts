import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { WorldError } from '../../core/errors.ts'
import { LedgerLine } from '../../core/publication/ledger.ts'
import type { NetworkName } from '../../core/queue/job.ts'
import type { ImageType, Store } from '../../ports.ts'
import { openBatches } from './batches.ts'
import { openDisk, type Disk } from './durable.ts'
import { openJobs } from './jobs.ts'
import { print, readJson, writeJson } from './json.ts'
import { openMetrics } from './metrics.ts'
import { openOutbox } from './outbox.ts'
import { schemas, type About } from './schemas.ts'
import { syncedBy } from './synced.ts'

/** Where only the holder of the lock writes. */
const writtenFolders = ['jobs', 'outbox', 'media', 'metrics', 'ledger', 'backup', 'quarantine']

export interface DiskStore extends Store {
  /** What only those who may read the store know; makes the store. */
  secret(): Promise<string>
  /** Removes what writers that died left behind. Only for the holder of the lock. */
  sweep(): Promise<void>
}

/** The JSON store in the folder `data`. It is made when something is first written. */
export function openStore(
  data: string,
  born: { storeId: string; now: () => Date },
  disk: Disk = openDisk(),
): DiskStore {
  const at = (...names: readonly string[]) => join(data, ...names)
  const spares = { quarantine: at('quarantine'), backup: at('backup') }
  const about = () => readJson(at('store.json'), schemas.about, disk)
  const ledger = openBatches(at('ledger'), disk)
  const outbox = openOutbox(at('outbox'), disk)
  const jobs = openJobs(data, { spares, disk, now: born.now })

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

    async sweep() {
      for (const folder of writtenFolders) await disk.sweep(at(folder))
    },

    async bind(accountId, network) {
      const { accountId: bound, ...rest } = await make()
      if (bound === accountId) return
      if (bound === null) {
        const owned = { ...rest, accountId, network }
        await writeJson(at('store.json'), owned, { versioned: schemas.about, spares, disk })
        // Once more, so that the copy from before the last change is bound as well.
        return writeJson(at('store.json'), owned, { versioned: schemas.about, spares, disk })
      }
      const owner = `account ${bound}${where[rest.network ?? 'x']}`
      throw new WorldError('store-of-another', {
        message: `Cannot publish from ${data}: it belongs to ${owner}, and the keys are of account ${accountId}${where[network]}`,
        hint: 'Use another --home for this account, or move the data folder away.',
      })
    },

    ...jobs,
    async add(job) {
      await make()
      await jobs.add(job)
    },

    journal: outbox.journal,
    receive: outbox.receive,
    upload: outbox.upload,
    keepUpload: outbox.keepUpload,
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
        message: `Cannot read ${path}: the picture as approved is ${image === null ? 'gone' : 'damaged'}`,
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
    return at('media', `${sha256}.${extensions[type]}`)
  }

  async function readImage(path: string): Promise<Uint8Array | null> {
    return disk.read(path).catch(() => null)
  }
}

const where: Readonly<Record<NetworkName, string>> = { x: '', sandbox: ' of the sandbox' }

const extensions: Readonly<Record<ImageType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
