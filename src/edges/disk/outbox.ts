import { join } from 'node:path'
import { WorldError } from '../../core/errors.ts'
import { Receipt, type Intent, type Journal } from '../../core/publication/journal.ts'
import type { Upload } from '../../core/publication/upload.ts'
import type { Store } from '../../ports.ts'
import type { Disk } from './durable.ts'
import { print, readJson } from './json.ts'
import { schemas } from './schemas.ts'
import type { Versioned } from './versioned.ts'

type Outbox = Pick<Store, 'intend' | 'journal' | 'receive' | 'upload' | 'keepUpload'>

/**
 * The journal: `<job>.<n>.a<attempt>.json` is an intent, `….receipt.json` what became of it, `….found.json` a post that was
 * found after all, and `….removed.json` one that was taken back; beside them `<job>.<n>.m<place>.json` is a picture that X
 * keeps. Posts and attempts are numbered without a gap, so that a job's files are known by their names, and
 * the folder of a store with a hundred thousand of them is never read through.
 */
export function openOutbox(folder: string, disk: Disk): Outbox {
  const pathOf = (attempt: Attempt, kind = '') => join(folder, `${nameOf(attempt)}${kind}.json`)
  const pictureAt = ({ job, n, place }: Pick<Upload, 'job' | 'n' | 'place'>) =>
    join(folder, `${job}.${n}.m${place}.json`)
  const read = <T>(attempt: Attempt, kind: string, as: Versioned<T>) => readJson(pathOf(attempt, kind), as, disk)

  /** What was learned later outweighs what X said of the attempt. */
  async function receiptOf(attempt: Attempt): Promise<Receipt | null> {
    for (const kind of ['.removed', '.found', '.receipt']) {
      const receipt = await read(attempt, kind, schemas.receipt)
      if (receipt !== null) return receipt
    }
    return null
  }

  async function attemptsAt(job: string, n: number): Promise<Journal> {
    const entries: { readonly intent: Intent; readonly receipt: Receipt | null }[] = []
    for (;;) {
      const attempt = { job, n, attempt: entries.length + 1 }
      const intent = await read(attempt, '', schemas.intent)
      if (intent === null) return entries
      entries.push({ intent, receipt: await receiptOf(attempt) })
    }
  }

  return {
    async journal(job) {
      const journal: Journal[number][] = []
      for (let n = 1; ; n++) {
        const entries = await attemptsAt(job, n)
        if (entries.length === 0) return journal
        journal.push(...entries)
      }
    },

    async intend(intent) {
      if (await disk.create(pathOf(intent), print(intent))) return
      throw new WorldError('store-intent', {
        message: `Cannot write ${pathOf(intent)}: this attempt was written before`,
        hint: 'Do it again; what is live is read back first.',
      })
    },

    async receive(receipt) {
      const { kind } = receipt.outcome
      const later = kind === 'found' || kind === 'removed' ? `.${kind}` : '.receipt'
      await disk.create(pathOf(receipt, later), print(Receipt.parse(receipt)))
    },

    async upload(picture) {
      try {
        return await readJson(pictureAt(picture), schemas.upload, disk)
      } catch (cause) {
        // Nothing hangs on it: what cannot be read is sent to X again.
        if (cause instanceof WorldError && cause.code === 'store-damaged') return null
        throw cause
      }
    },

    keepUpload: (upload) => disk.write(pictureAt(upload), print(upload)),
  }
}

type Attempt = Pick<Intent, 'job' | 'n' | 'attempt'>

function nameOf({ job, n, attempt }: Attempt): string {
  return `${job}.${n}.a${attempt}`
}
