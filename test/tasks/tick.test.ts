import { describe, expect, test } from 'vitest'
import type { Notice } from '../../src/core/publication/notice.ts'
import { change } from '../../src/core/queue/change.ts'
import type { Held, Job } from '../../src/core/queue/job.ts'
import type { DigestNotice } from '../../src/core/report/digest.ts'
import type { Network } from '../../src/ports.ts'
import { publish } from '../../src/tasks/publish.ts'
import { hold } from '../../src/tasks/steer.ts'
import { tick } from '../../src/tasks/tick.ts'
import { aJob, aPost } from '../builders.ts'
import { aScene, type Scene } from './scene.ts'

const settings = { BROADSIDE_NOTIFY: 'a command', BROADSIDE_GRACE: '24h' }
const missing = () => Promise.reject(new Error('not part of this scene'))
const pieces = { list: missing, read: missing, write: missing, path: () => '' }

/** So long ago. */
const past = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const aLimit = (until: Date): Held => ({ reason: 'limit', fact: 'X said wait', until: until.toISOString() })

/** The scene's own job, the later of two, and before it one that waits for a limit which has just passed. */
async function aWaitingScene(posts: Job['posts']): Promise<Scene> {
  const scene = await aScene([], { settings })
  await scene.store.update(scene.job.id, (job) => ({ ...job, at: past(5).toISOString() }))
  const queued = { ...aJob({ id: 'waiting', at: past(60).toISOString() }), posts }
  await scene.store.add(change(queued, { state: 'held', held: aLimit(past(1)) }, past(30)))
  return scene
}

/** Ticks so often, a minute apart, and gives back what the owner was told. */
async function ticks({ ports }: Scene, times: number, more: Partial<Network> = {}): Promise<readonly Notice[]> {
  const told: Notice[] = []
  const tell = (notice: Notice | DigestNotice) => Promise.resolve(void told.push(notice as Notice))
  const network = () => Promise.resolve({ ...ports.network, ...more })
  for (let count = 0; count < times; count++) {
    const { failure } = await tick({ ...ports, pieces, notices: { tell }, network })
    if (failure !== null) throw failure
    await ports.clock.sleep(60_000)
  }
  return told
}

describe('tick() with a job that waited for a limit', () => {
  test('holds it for what is in its way by now, tells so once, and publishes the others', async () => {
    const card = { sha256: '0'.repeat(64), type: 'image/png', alt: 'A point', quote: 'A point' } as const
    const scene = await aWaitingScene([aPost(1, { text: 'With a card.', card })])
    const told = await ticks(scene, 5)
    expect(await scene.store.job('waiting')).toMatchObject({ state: 'held', held: { reason: 'store', until: null } })
    expect(await scene.store.job(scene.job.id)).toMatchObject({ state: 'posted' })
    expect(told.map(({ id }) => id)).toEqual(['waiting', scene.job.id])
  })

  test('lets it wait on for what X takes in a day, says nothing again, and publishes the others', async () => {
    const scene = await aWaitingScene(Array.from({ length: 200 }, (_, n) => aPost(n + 1, { text: `${n}.` })))
    const { network } = scene.ports
    const before = {
      ...aJob({ id: 'before', posts: 0 }),
      posts: [5, 6, 7].map((n) => aPost(n - 4, { text: `Post ${n}.` })),
    }
    await scene.store.add(before)
    await publish(before, scene.ports)
    const told = await ticks(scene, 5, { me: async () => ({ ...(await network.me()), verified: false }) })
    const fact = expect.stringContaining('X takes 200 replies') as unknown
    expect(await scene.store.job('waiting')).toMatchObject({ state: 'held', held: { reason: 'limit', fact } })
    expect(await scene.store.job(scene.job.id)).toMatchObject({ state: 'posted' })
    expect(told.map(({ id }) => id)).toEqual([scene.job.id])
  })

  test('stays where the owner held it for good', async () => {
    const scene = await aWaitingScene([aPost(1, { text: 'By itself.' })])
    expect(await hold('waiting', scene.ports)).toMatchObject({ held: { reason: 'owner', until: null } })
    await ticks(scene, 3)
    expect(await scene.store.job('waiting')).toMatchObject({ state: 'held', held: { reason: 'owner' } })
    await expect(hold('waiting', scene.ports)).rejects.toThrow('it is held')
  })
})

test.each(['auth', 'credits', 'limit'] as const)(
  'tick() asks nothing more once X said no to all (%s)',
  async (reason) => {
    const scene = await aWaitingScene([aPost(1, { text: 'First of all.' })])
    const refused = { kind: 'refused', reason, detail: 'no', until: null } as const
    let asked = 0
    await ticks(scene, 1, { publish: () => Promise.resolve((asked++, refused)) })
    expect(asked).toBe(1)
    expect(await scene.store.job(scene.job.id)).toMatchObject({ state: 'queued' })
  },
)
