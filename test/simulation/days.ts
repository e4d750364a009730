import { join } from 'node:path'
import type { Job } from '../../src/core/queue/job.ts'
import { readSettings } from '../../src/core/settings.ts'
import { machineChance } from '../../src/edges/chance.ts'
import { readPhrases } from '../../src/edges/chrono.ts'
import { openStore } from '../../src/edges/disk/store.ts'
import type { Account, Network, Pieces, Workshop } from '../../src/ports.ts'
import { openDesk, type Desk } from '../../src/tasks/desk.ts'
import { draft } from '../../src/tasks/draft.ts'
import { freeSlot } from '../../src/tasks/find-time.ts'
import { proposeAll } from '../../src/tasks/propose.ts'
import { aFolder, at } from '../builders.ts'

/** What tasks rely on to queue and to publish. */
export type Home = Omit<Workshop, 'service' | 'ground' | 'listen' | 'everyMinute' | 'openSandbox' | 'close'>

export interface Days {
  readonly home: Home
  readonly desk: Desk
  /** The posts that the network took, and when. */
  readonly posted: readonly { readonly text: string; readonly at: string; readonly replyTo: string | null }[]
  /** Sets the clock of the machine. */
  setClock(instant: string): void
  /** Drafts a piece of a few words, and approves it for the next free slot, or for `time`. */
  queue(slug: string, time?: Date, late?: Job['late']): Promise<string>
  /** Lets the minutes strike until `instant`, and does what is due at each. */
  liveUntil(instant: string): Promise<void>
}

/** Threads of a few posts, and none that ends in the same words as another: X would refuse those. */
const shortThreads = { BROADSIDE_LIMIT: '60', BROADSIDE_CALL_TO_ACTION: '', BROADSIDE_NOTICE: '' }

/** An owner's machine with the program on it: real tasks, a real store, and a clock and a network of our own. */
export async function someDays(from: string, settings: Readonly<Record<string, string>>): Promise<Days> {
  let now = at(from).getTime()
  const posted: { text: string; at: string; replyTo: string | null }[] = []
  const files = new Map<string, Uint8Array>()
  const missing = () => Promise.reject(new Error('not part of these days'))
  const account: Account = { id: '1', handle: '@owner', name: 'Owner' }
  const network: Network = {
    name: 'x',
    me: () => Promise.resolve(account),
    skew: () => 0,
    publish: ({ text, replyTo }) => {
      posted.push({ text, at: new Date(now).toISOString(), replyTo })
      return Promise.resolve({ kind: 'applied', id: String(posted.length) })
    },
    upload: missing,
    timeline: missing,
    lookup: missing,
    remove: missing,
  }
  const pieces: Pieces = {
    list: () => Promise.resolve([...new Set([...files.keys()].map((name) => name.split('/')[0] ?? ''))]),
    read: (slug, file) => Promise.resolve(files.get(`${slug}/${file}`) ?? null),
    write: (slug, some) => {
      for (const [name, content] of some) files.set(`${slug}/${name}`, Buffer.from(content))
      return Promise.resolve([...some.keys()])
    },
    path: (slug, file) => `posts/${slug}/${file}`,
  }
  const silent = () => undefined
  const home: Home = {
    settings: readSettings({ ...shortThreads, ...settings }, { timezone: 'UTC' }),
    clock: {
      now: () => new Date(now),
      monotonic: () => now,
      sleep: (ms) => Promise.resolve((now += ms)).then(() => undefined),
    },
    chance: machineChance,
    log: { info: silent, warn: silent, error: silent },
    progress: { say: silent },
    store: openStore(join(await aFolder(), 'data'), { storeId: 'a-store', now: () => new Date(now) }),
    pieces,
    network: () => Promise.resolve(network),
    lock: { take: () => Promise.resolve({ kind: 'mine', release: () => Promise.resolve() }) },
    notices: { tell: () => Promise.resolve() },
    painter: { paint: missing, emoji: missing, colours: missing },
    shaper: missing,
    themes: missing,
    sandboxed: false,
    phrases: (words, shown) => Promise.resolve(readPhrases(words, shown)),
  }
  const desk = openDesk(home)
  return {
    home,
    desk,
    posted,
    setClock: (instant) => (now = at(instant).getTime()),
    async queue(slug, time, late = home.settings.late) {
      files.set(
        `${slug}/article.md`,
        Buffer.from(
          `# On ${slug}\n\nA few words of ${slug} that are said nowhere else.\n\nMore words of ${slug}, and then no more.\n`,
        ),
      )
      await draft(slug, { cards: false }, home)
      const [proposal] = await proposeAll(slug, time ?? (await freeSlot(home)), home)
      if (proposal === undefined) throw new Error('nothing was proposed')
      const approval = { slug, at: proposal.at.toISOString(), slot: time === undefined, late, shown: proposal.shown }
      return (await desk.ask('approve', approval)).id
    },
    async liveUntil(instant) {
      const end = at(instant).getTime()
      for (let minute = Math.ceil(now / 60_000) * 60_000; minute < end; minute += 60_000) {
        // A thread may have taken longer than a minute: what struck meanwhile is not made up for.
        if (minute < now) continue
        now = minute
        const { failure } = await desk.run('tick', {})
        if (failure !== null) throw new Error(failure.message)
      }
      now = Math.max(now, end)
    },
  }
}
