import type { Intent } from '../../src/core/publication/journal.ts'
import type { Files } from '../../src/edges/disk/files.ts'
import type { Network, Outgoing, Store } from '../../src/ports.ts'
import type { Mutant } from './simulate.ts'

/** What stands between the tasks and the two ports that keep the promise. */
type Between = (ports: {
  readonly store: Store
  readonly network: Network
}) => Partial<{ store: Store; network: Network }>

const between = (wrap: Between): Mutant => ({ between: (ports) => ({ ...ports, ...wrap(ports) }) })

/** The protocol, each time with one thing about it wrong. The simulation must catch every one, or it proves nothing. */
export const mutants: Readonly<Record<string, Mutant>> = {
  'X is asked before the intent is written': between(({ store, network }) => {
    let unwritten: Intent | null = null
    return {
      store: {
        ...store,
        intend: (intent) => {
          unwritten = intent
          return Promise.resolve()
        },
      },
      network: {
        ...network,
        publish: async (post) => {
          const answer = await network.publish(post)
          if (unwritten !== null) await store.intend(unwritten)
          return answer
        },
      },
    }
  }),

  'an answer that was lost counts as not sent': between(({ store, network }) => {
    let last: Intent | null = null
    return {
      store: {
        ...store,
        intend: (intent) => {
          last = intent
          return store.intend(intent)
        },
      },
      network: {
        ...network,
        publish: async (post) => {
          const answer = await network.publish(post)
          if (answer.kind === 'unknown' && last !== null)
            await store.receive({ ...receiptOf(last), outcome: { kind: 'unsent' } })
          return answer
        },
      },
    }
  }),

  'a time-out counts as a refusal': between(({ network }) => ({
    network: {
      ...network,
      publish: async (post) => {
        const answer = await network.publish(post)
        if (answer.kind !== 'unknown') return answer
        return { kind: 'refused', reason: 'rejected', detail: answer.detail, until: null }
      },
    },
  })),

  'folders are not fsynced': { files: (files) => unsynced(files, (flags) => flags === 'r') },
  'files are not fsynced': { files: (files) => unsynced(files, (flags) => flags !== 'r') },

  'a timeline that could not be read counts as empty': between(({ network }) => ({
    network: { ...network, timeline: (account, since) => network.timeline(account, since).catch(() => []) },
  })),

  'a post counts as absent without the settle window': { settings: { BROADSIDE_SETTLE: '1s' } },

  'the timeline is read without its replies': between(({ network }) => ({
    network: {
      ...network,
      timeline: async (account, since) =>
        (await network.timeline(account, since)).filter(({ replyTo }) => replyTo === null),
    },
  })),

  'the timeline is read from the request on, with the clock of this machine fast': between(({ network }) => ({
    network: {
      ...network,
      timeline: (account, since) => network.timeline(account, new Date(since.getTime() + 3_600_000)),
    },
  })),

  'what X calls a duplicate is sent again': between(({ network }) => ({
    network: {
      ...network,
      publish: async (post) => {
        const answer = await network.publish(post)
        return answer.kind === 'refused' && answer.reason === 'duplicate' ? { ...answer, reason: 'invisible' } : answer
      },
    },
  })),

  'the lock is freed when it is old': { locking: 'freed-by-age' },
  'the lock is not taken': { locking: 'none' },

  'a second attempt uses the intent of the first': between(({ store }) => {
    const written = new Set<string>()
    return {
      store: {
        ...store,
        intend: async (intent) => {
          const post = `${intent.job}.${intent.n}`
          if (!written.has(post)) await store.intend(intent)
          written.add(post)
        },
      },
    }
  }),

  'an intent without a receipt is passed over': between(({ store }) => ({
    store: { ...store, journal: async (job) => (await store.journal(job)).filter(({ receipt }) => receipt !== null) },
  })),

  'a request whose answer was lost is sent again by the client': between(({ network }) => ({
    network: {
      ...network,
      publish: async (post) => {
        const answer = await network.publish(post)
        return answer.kind === 'unknown' ? network.publish(post) : answer
      },
    },
  })),

  'a post answers the first of its thread': between(({ network }) => {
    let first: string | null = null
    return {
      network: {
        ...network,
        publish: async (post: Outgoing) => {
          const answer = await network.publish({
            ...post,
            replyTo: post.replyTo === null ? null : (first ??= post.replyTo),
          })
          return answer
        },
      },
    }
  }),

  'a post with the same words is taken for the one that was lost, whatever it answers': between(
    ({ store, network }) => {
      let last: Intent | null = null
      return {
        store: {
          ...store,
          intend: (intent) => {
            last = intent
            return store.intend(intent)
          },
        },
        network: {
          ...network,
          timeline: async (account, since) =>
            (await network.timeline(account, since)).map((post) => ({
              ...post,
              replyTo: last?.replyTo ?? post.replyTo,
            })),
        },
      }
    },
  ),

  'a link to somebody’s picture is dropped as if it were to one’s own': between(({ network }) => ({
    network: {
      ...network,
      timeline: async (account, since) =>
        (await network.timeline(account, since)).map((post) => ({
          ...post,
          text: post.text.replace(/https:\S+\/photo\/\d$/, '').trimEnd(),
        })),
    },
  })),

  'a card is not shown': between(({ network }) => ({
    network: { ...network, publish: (post) => network.publish({ ...post, mediaIds: [] }) },
  })),
}

function receiptOf({ job, n, attempt, at }: Intent): {
  schema: 1
  job: string
  n: number
  attempt: number
  at: string
} {
  return { schema: 1, job, n, attempt, at }
}

function unsynced(files: Files, isSkipped: (flags: Parameters<Files['open']>[1]) => boolean): Files {
  return {
    ...files,
    open: async (path, flags, mode) => {
      const file = await files.open(path, flags, mode)
      return isSkipped(flags) ? { ...file, sync: () => Promise.resolve() } : file
    },
  }
}
