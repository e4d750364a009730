import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/edges/disk/store.ts'
import { startSandbox } from '../../src/sandbox/server.ts'
import { aFolder, aJob, aPost } from '../builders.ts'
import { broadside, ended, keys, start } from '../home.ts'

/** How many threads are published, each by 2 to 4 processes that start at once; `npm run simulate -- --rounds 50`. */
const rounds = Number(process.env['BROADSIDE_ROUNDS'] ?? 6)

async function aHome(): Promise<{ home: string; sandbox: Awaited<ReturnType<typeof startSandbox>> }> {
  const begun = Date.now()
  const sandbox = await startSandbox({
    statePath: null,
    duplicates: 'allow',
    // A quarter of an hour there is a second here, lest its limit of posts in that time be met.
    now: () => new Date(begun + (Date.now() - begun) * 900),
    faults: [{ on: 'create', do: 'slow', ms: 10, times: 1_000_000 }],
  })
  onTestFinished(() => sandbox.close())
  return { home: await aFolder(), sandbox }
}

async function queue(home: string, id: string): Promise<readonly string[]> {
  const store = openStore(join(home, 'data'), { storeId: 'a-store', now: () => new Date() })
  const now = new Date().toISOString()
  const posts = Array.from({ length: 6 }, (_, n) => aPost(n + 1, { text: `${id}, post ${n + 1}.` }))
  await store.add({ ...aJob({ id, at: now, approvedAt: now }), posts })
  return posts.map(({ text }) => text)
}

test(
  `each post is published once by 2 to 4 processes that start at once, ${rounds} times`,
  { timeout: 3_600_000 },
  async () => {
    const { home, sandbox } = await aHome()
    const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s', BROADSIDE_SETTLE: '300ms' }
    for (let round = 1; round <= rounds; round++) {
      const wanted = await queue(home, `round-${round}`)
      const starts = Array.from({ length: 2 + (round % 3) }, () => broadside(home, ['tick'], settings))
      const ends = await Promise.all(starts)
      expect(ends.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(ends.map(() => [0, expect.any(String)]))
      const live = sandbox
        .posts()
        .map(({ text }) => text)
        .filter((text) => text.startsWith(`round-${round},`))
      expect(live).toEqual(wanted)
    }
  },
)

test('a process that is stopped keeps the store, and goes on where it was', { timeout: 120_000 }, async () => {
  const { home, sandbox } = await aHome()
  const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '100ms', BROADSIDE_SETTLE: '300ms' }
  const wanted = await queue(home, 'stopped')
  const first = start(home, ['tick'], settings)
  onTestFinished(() => {
    first.kill('SIGKILL')
  })
  const end = ended(first)
  while (sandbox.posts().length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  first.kill('SIGSTOP')
  const second = await broadside(home, ['tick'], settings)
  expect(second).toMatchObject({ exitCode: 75, stderr: expect.stringContaining('does not answer') as unknown })
  first.kill('SIGCONT')
  expect(await end).toMatchObject({ exitCode: 0 })
  expect(sandbox.posts().map(({ text }) => text)).toEqual(wanted)
})
