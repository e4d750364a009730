import { describe, expect, test } from 'vitest'
import type { Watched } from '../../src/faces/daemon.ts'
import { answerHealth } from '../../src/faces/health.ts'

const now = new Date('2027-01-04T09:00:00.000Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const well: Watched = { startedAt: ago(600), struckAt: ago(1), lookedAt: ago(1), failure: null, outlook: null }

async function ask(path: string, watched: Watched | null) {
  const response = answerHealth(new Request(`http://127.0.0.1:4107${path}`), watched, now)
  return { status: response.status, body: response.status === 404 ? null : ((await response.json()) as object) }
}

describe('/healthz', () => {
  test.each<[what: string, watched: Watched | null, all: number, live: number]>([
    ['before the store is held', null, 503, 200],
    ['before the first look', { ...well, lookedAt: null }, 503, 200],
    ['when all is well', well, 200, 200],
    ['while a long thread is posted', { ...well, lookedAt: ago(3600) }, 200, 200],
    [
      'when the last look failed',
      { ...well, failure: { code: 'network', message: 'Cannot reach X: no route', hint: '' } },
      503,
      200,
    ],
    ['when the minute no longer strikes', { ...well, struckAt: ago(200) }, 503, 503],
  ])('%s', async (_, watched, all, live) => {
    expect((await ask('/healthz', watched)).status).toBe(all)
    expect((await ask('/healthz/live', watched)).status).toBe(live)
  })

  test('tells what is ahead and what went wrong', async () => {
    const outlook = { queued: 2, posting: 0, held: 1, next: { id: 'a-1', slug: 'a', at: '2027-01-05T09:00:00.000Z' } }
    const failure = { code: 'network', message: 'Cannot reach X: no route', hint: '' }
    expect((await ask('/healthz', { ...well, outlook, failure })).body).toEqual({
      live: true,
      ready: false,
      startedAt: '2027-01-04T08:50:00.000Z',
      lookedAt: '2027-01-04T08:59:59.000Z',
      failure: { code: 'network', message: 'Cannot reach X: no route' },
      jobs: outlook,
    })
  })

  test('there is nothing else', async () => {
    expect((await ask('/', well)).status).toBe(404)
  })
})
