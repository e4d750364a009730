import { expect, test } from 'vitest'
import type { Notice } from '../../src/core/publication/notice.ts'
import { tick } from '../../src/tasks/tick.ts'
import { aScene, type Scene } from './scene.ts'

const settings = { BROADSIDE_NOTIFY: 'a command', BROADSIDE_LATE: 'publish' }

/** What the owner is told by a tick. */
async function toldBy({ ports, store, job }: Scene): Promise<readonly Notice[]> {
  const told: Notice[] = []
  const tell = (notice: Notice) => Promise.resolve(void told.push(notice))
  await store.update(job.id, (each) => ({ ...each, at: new Date().toISOString() }))
  const pieces = { list: missing, read: missing, write: missing, path: () => '' }
  await tick({ ...ports, pieces, notices: { tell }, network: () => Promise.resolve(ports.network) })
  return told
}

const missing = () => Promise.reject(new Error('not part of this scene'))

test('tick() tells the owner of a job that is done, and where it is', async () => {
  const scene = await aScene([], { settings })
  const [notice, ...others] = await toldBy(scene)
  expect(others).toEqual([])
  expect(notice).toMatchObject({ id: scene.job.id, state: 'posted', published: 3, title: scene.job.title, why: null })
  expect(notice?.url).toContain(scene.sandbox.posts()[0]?.id)
})

test('tick() tells the owner of a job that is held, and why', async () => {
  const scene = await aScene([{ on: 'create', nth: 2, do: 'credits' }], { settings })
  expect(await toldBy(scene)).toMatchObject([
    { state: 'held', published: 1, why: expect.stringContaining('Buy credits') as unknown },
  ])
})

test('tick() tells nobody where no command is set', async () => {
  expect(await toldBy(await aScene([]))).toEqual([])
})
