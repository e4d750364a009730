import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { decodeBatches, encodeBatch } from '../../core/metrics/batch.ts'
import { Sample } from '../../core/metrics/sample.ts'
import { WorldError } from '../../core/problem.ts'
import { Intent, Receipt } from '../../core/publication/journal.ts'
import { LedgerLine } from '../../core/publication/ledger.ts'
import { Instant, Job } from '../../core/queue/job.ts'
import type { ImageType, Store } from '../../ports.ts'
import { appendDurably, createDurably, makeFolder, writeDurably } from './durable.ts'
import { print, readJson, writeJson } from './json.ts'

const About = z.object({
  schema: z.literal(1),
  storeId: z.string(),
  /** Null until the store first published. */
  accountId: z.string().nullable(),
  createdAt: Instant,
})

/** The JSON store in the folder `data`. It is made when something is first written. */
export function openStore(
  data: string,
  born: { storeId: string; now: () => Date },
): Store & { /** What only those who may read the store know; makes the store. */ secret(): Promise<string> } {
  const at = (...names: readonly string[]) => join(data, ...names)
  const quarantine = at('quarantine')
  const jobPath = (id: string) => at('jobs', `${id}.json`)
  let lastUpdate: Promise<unknown> = Promise.resolve()
  const about = () => readJson(at('store.json'), About)

  async function make(): Promise<z.infer<typeof About>> {
    await makeFolder(at('jobs'))
    await makeFolder(at('outbox'))
    const fresh = { schema: 1 as const, storeId: born.storeId, accountId: null, createdAt: born.now().toISOString() }
    // Of two processes that make the store at once, one wins, and both read what it wrote.
    if ((await about()) === null) await createDurably(at('store.json'), print(fresh))
    return (await about()) ?? fresh
  }

  async function append(folder: string, records: readonly { at: string }[]): Promise<void> {
    if (records.length === 0) return
    await makeFolder(at(folder))
    for (const month of new Set(records.map(monthOf))) {
      const batch = records.filter((record) => monthOf(record) === month)
      await appendDurably(at(folder, `${month}.jsonl`), encodeBatch(batch))
    }
  }

  async function readBatches<T>(folder: string, shape: z.ZodType<T>): Promise<{ records: T[]; leftOut: string[] }> {
    const all: { records: T[]; leftOut: string[] } = { records: [], leftOut: [] }
    for (const file of await filesIn(at(folder), /^\d{4}-\d\d\.jsonl$/)) {
      const { records, leftOut } = decodeBatches(await readFile(at(folder, file), 'utf8'))
      for (const record of records) {
        const read = shape.safeParse(record)
        if (read.success) all.records.push(read.data)
        else all.leftOut.push(`${folder}/${file}: a line is not of this version`)
      }
      all.leftOut.push(...leftOut.map((why) => `${folder}/${file}: ${why}`))
    }
    return all
  }

  return {
    secret: async () => (await make()).storeId,

    async bind(accountId) {
      const { accountId: bound, ...rest } = await make()
      if (bound === accountId) return
      if (bound === null) return writeJson(at('store.json'), { ...rest, accountId }, { quarantine })
      throw new WorldError('store-of-another', {
        message: `Cannot publish from ${data}: it belongs to account ${bound}, and the keys are of account ${accountId}`,
        hint: 'Use another --home for this account, or move the data folder away.',
      })
    },

    async jobs() {
      const files = await filesIn(at('jobs'), /\.json$/)
      const jobs = await Promise.all(files.map((file) => readJson(at('jobs', file), Job)))
      return jobs.filter((job) => job !== null)
    },

    job: (id) => readJson(jobPath(id), Job),

    async add(job) {
      await make()
      if (await createDurably(jobPath(job.id), print(job))) return
      throw new WorldError('store-job', {
        message: `Cannot add the job ${job.id}: there is one of that name`,
        hint: 'Do it again; it gets another name.',
      })
    },

    update(id, change) {
      const turn = lastUpdate.then(async () => {
        const job = await readJson(jobPath(id), Job)
        if (job === null) throw new RangeError(`there is no job ${id}`)
        const changed = change(job)
        if (changed !== job) await writeJson(jobPath(id), changed, { quarantine })
        return changed
      })
      lastUpdate = turn.catch(() => undefined)
      return turn
    },

    async journal(job) {
      const files = (await filesIn(at('outbox'), /\.json$/)).filter((file) => jobOf(file) === job)
      const receipts = await readAll(files.filter(isReceipt), Receipt)
      const intents = await readAll(
        files.filter((file) => !isReceipt(file)),
        Intent,
      )
      return intents
        .toSorted((a, b) => a.n - b.n || a.attempt - b.attempt)
        .map((intent) => ({ intent, receipt: receiptOf(intent, receipts) }))
    },

    async intend(intent) {
      await make()
      const path = at('outbox', `${nameOf(intent)}.json`)
      if (await createDurably(path, print(intent))) return
      throw new WorldError('store-intent', {
        message: `Cannot write ${path}: this attempt was written before`,
        hint: 'Do it again; what is live is read back first.',
      })
    },

    async receive(receipt) {
      const kind = receipt.outcome.kind === 'found' ? 'found' : 'receipt'
      await createDurably(at('outbox', `${nameOf(receipt)}.${kind}.json`), print(receipt))
    },

    async keep(image, type) {
      const sha256 = sha256Of(image)
      await makeFolder(at('media'))
      const there = await readImage(imagePath(sha256, type))
      if (there === null || sha256Of(there) !== sha256) await writeDurably(imagePath(sha256, type), image)
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

    charge: (lines) => append('ledger', lines),
    ledger: async () => (await readBatches('ledger', LedgerLine)).records,
    record: (samples) => append('metrics', samples),
    async samples() {
      const { records, leftOut } = await readBatches('metrics', Sample)
      return { samples: records, leftOut }
    },
  }

  function imagePath(sha256: string, type: ImageType): string {
    return at('media', `${sha256}.${type === 'image/png' ? 'png' : 'jpg'}`)
  }

  async function readAll<T>(files: readonly string[], shape: z.ZodType<T>): Promise<T[]> {
    const read = await Promise.all(files.map((file) => readJson(at('outbox', file), shape)))
    return read.filter((entry) => entry !== null)
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function readImage(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch(() => null)
}

function monthOf({ at }: { at: string }): string {
  return at.slice(0, 7)
}

type Attempt = Pick<Intent, 'job' | 'n' | 'attempt'>

function nameOf({ job, n, attempt }: Attempt): string {
  return `${job}.${n}.a${attempt}`
}

/** A post that was found after all outweighs what X said of its attempt. */
function receiptOf(intent: Attempt, receipts: readonly Receipt[]): Receipt | null {
  const mine = receipts.filter((receipt) => nameOf(receipt) === nameOf(intent))
  return mine.find(({ outcome }) => outcome.kind === 'found') ?? mine[0] ?? null
}

/** A job's name holds no dot, so it ends at the first. */
function jobOf(file: string): string {
  return basename(file).slice(0, file.indexOf('.'))
}

function isReceipt(file: string): boolean {
  return /\.(receipt|found)\.json$/.test(file)
}

async function filesIn(folder: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  })
  return names.filter((name) => pattern.test(name) && !name.startsWith('.')).toSorted()
}
