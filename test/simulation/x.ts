import { WorldError } from '../../src/core/errors.ts'
import type { Answer, Refused } from '../../src/core/publication/answer.ts'
import { livePost, type LivePost, type RawPost } from '../../src/core/publication/live-post.ts'
import type { Media, Network, Outgoing } from '../../src/ports.ts'
import { noEngagement } from '../../src/sandbox/fresh.ts'
import { shown } from '../../src/sandbox/shown.ts'
import type { Chance } from './chance.ts'
import type { Process, World } from './world.ts'

/** A request is written at the latest this long after it was sent, and shown on the timeline by then. Milliseconds. */
const settled = 590_000

export interface XPost {
  readonly id: string
  readonly text: string
  readonly replyTo: string | null
  readonly mediaKeys: readonly string[]
  readonly appliedAt: number
  readonly visibleAt: number
  /** Part of another thread of the same account. */
  readonly isAnothers: boolean
  /** As X gives it: links shortened, signs escaped. */
  readonly raw: RawPost
}

type Fate = 'written' | 'written-late' | 'never' | Refused['reason']

const lost = { kind: 'unknown', detail: 'no answer came in time' } as const
const refusals = ['auth', 'credits', 'limit', 'rejected', 'reply-rule', 'duplicate', 'invisible'] as const

/** X at its worst: it loses answers, writes late, shows posts later still, and refuses for every reason it has. */
export class SimulatedX {
  readonly posts: XPost[] = []
  /** What was asked for again although X had called it a duplicate, and the owner had not been asked. */
  readonly resentAfterDuplicate: string[] = []
  readonly #world: World
  readonly #chance: Chance
  readonly #refusesDuplicates: boolean
  readonly #duplicates = new Set<string>()
  #faults: number
  #ids = 1_000
  #readsFailUntil = 0

  constructor(
    world: World,
    chance: Chance,
    { faults, refusesDuplicates }: { faults: number; refusesDuplicates: boolean },
  ) {
    this.#world = world
    this.#chance = chance
    this.#faults = faults
    this.#refusesDuplicates = refusesDuplicates
  }

  /** The owner was asked and lets the job go on, or whoever heard the answer died before it was written down. */
  forgiveDuplicates(): void {
    this.#duplicates.clear()
  }

  /** A post of another thread, made by hand or by another program. */
  another(text: string, replyTo: string | null): void {
    this.#write(
      { text, replyTo, mediaIds: [] },
      { appliedAt: this.#world.now, visibleAt: this.#world.now, isAnothers: true },
    )
  }

  network(process: Process): Network {
    return {
      name: 'x',
      me: () =>
        process.step('X: me', () => {
          if (this.#strikes(40)) throw down('ask who the account is')
          return { id: '1', handle: '@owner', name: 'Owner' }
        }),
      upload: async () => {
        const id = await process.step(
          'X: upload',
          () => (this.#strikes(10) ? null : String(this.#ids++)),
          this.#latency(),
        )
        if (id === null) return lost
        const media: Media = { id, key: `3_${id}`, expiresAt: new Date(this.#world.now + 86_400_000).toISOString() }
        return { kind: 'uploaded', media }
      },
      publish: async (post) => {
        const { answer, hangs } = await process.step(
          `X: publish "${post.text}"`,
          () => this.#asked(post),
          this.#latency(),
        )
        return process.step(`X: answers ${answer.kind}`, () => answer, hangs ? 30_000 : this.#latency())
      },
      timeline: (_, since) =>
        process.step(
          'X: timeline',
          () => {
            if (this.#strikes(4)) this.#readsFailUntil = this.#world.now + this.#chance.below(900_000)
            if (this.#world.now <= this.#readsFailUntil) throw down('read the timeline')
            return this.#shown(since.getTime())
          },
          this.#latency(),
        ),
      lookup: (ids) =>
        process.step('X: lookup', () => this.#shown(0).filter(({ id }) => ids.includes(id)), this.#latency()),
      remove: () => Promise.reject(new Error('not part of the simulation')),
      skew: () => 0,
    }
  }

  #asked(post: Outgoing): { answer: Answer; hangs: boolean } {
    if (this.#duplicates.has(post.text)) this.resentAfterDuplicate.push(post.text)
    const fate = this.#fate(post)
    this.#world.say(`X: ${fate}`)
    const { now } = this.#world
    if (fate === 'never') return { answer: lost, hangs: this.#chance.once(2) }
    if (fate === 'written' || fate === 'written-late') {
      const appliedAt = fate === 'written' ? now : now + this.#chance.below(settled)
      const lag = this.#chance.once(3) ? this.#chance.below(now + settled - appliedAt) : 0
      const id = this.#write(post, { appliedAt, visibleAt: appliedAt + lag, isAnothers: false })
      const isLost = fate === 'written-late' || this.#strikes(4)
      return { answer: isLost ? lost : { kind: 'applied', id }, hangs: isLost && this.#chance.once(2) }
    }
    if (fate === 'duplicate') this.#duplicates.add(post.text)
    const until = fate === 'limit' ? new Date(now + 900_000).toISOString() : null
    return { answer: { kind: 'refused', reason: fate, detail: `X says ${fate}`, until }, hangs: false }
  }

  #fate({ text, replyTo }: Outgoing): Fate {
    const live = this.posts.filter(({ appliedAt }) => appliedAt <= this.#world.now)
    if (replyTo !== null && !live.some(({ id }) => id === replyTo)) return 'invisible'
    if (this.#refusesDuplicates && live.some((post) => post.text === text && !post.isAnothers)) return 'duplicate'
    if (!this.#strikes(2)) return 'written'
    return this.#chance.once(3) ? this.#chance.pick(refusals) : this.#chance.pick(['never', 'written-late'])
  }

  #write({ text, replyTo, mediaIds }: Outgoing, when: Pick<XPost, 'appliedAt' | 'visibleAt' | 'isAnothers'>): string {
    const id = String(this.#ids++)
    const mediaKeys = mediaIds.map((media) => `3_${media}`)
    const raw = rawPost({ id, text, replyTo, mediaIds }, when.appliedAt)
    this.posts.push({ id, text, replyTo, mediaKeys, raw, ...when })
    return id
  }

  #shown(since: number): readonly LivePost[] {
    const { now } = this.#world
    return this.posts
      .filter(({ visibleAt, appliedAt }) => visibleAt <= now && appliedAt >= since)
      .map(({ raw }) => livePost(raw))
      .toReversed()
  }

  #latency(): number {
    return 20 + this.#chance.below(400)
  }

  /** One fault of those that this run has, once in `odds` times. */
  #strikes(odds: number): boolean {
    if (this.#faults === 0 || !this.#chance.once(odds)) return false
    this.#faults--
    return true
  }
}

/** What X makes of a post, as the sandbox does. */
function rawPost({ id, text, replyTo, mediaIds }: Outgoing & { id: string }, appliedAt: number): RawPost {
  const at = new Date(appliedAt).toISOString()
  const visitor = { liked: false, reposted: false }
  const pictures = [...mediaIds]
  const made = { id, at, author: '1', text, replyTo, pictures, conversation: id, deletedAt: null, visitor }
  return {
    id,
    ...shown({ ...made, engagement: noEngagement }, { id: '1', handle: 'owner', name: 'Owner' }),
    created_at: at,
    source: 'Broadside',
    attachments: { media_keys: mediaIds.map((media) => `3_${media}`) },
    referenced_tweets: replyTo === null ? [] : [{ type: 'replied_to', id: replyTo }],
  }
}

function down(act: string): WorldError {
  return new WorldError('network', { message: `Cannot ${act}: X answered 503`, hint: 'Try again later.' })
}
