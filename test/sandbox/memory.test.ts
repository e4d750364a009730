import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/server.ts'
import { aSandbox, callerOf, png } from './caller.ts'

async function aPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-sandbox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'data', 'sandbox.json')
}

test('a sandbox has on disk what it confirmed, at the moment of confirming', async () => {
  const statePath = await aPath()
  const { call, post, upload } = await aSandbox({ statePath })
  const picture = await upload()
  expect(await readFile(statePath.replace('.json', `-media/${picture}`))).toEqual(png)
  const id = await post('On disk')
  expect(await readFile(statePath, 'utf8')).toContain(id)
  await call('DELETE', `/2/tweets/${id}`)
  const saved = JSON.parse(await readFile(statePath, 'utf8')) as { posts: { deletedAt: string | null }[] }
  expect(saved.posts[0]?.deletedAt).not.toBeNull()
})

test('a sandbox goes on where the one before it stopped', async () => {
  const statePath = await aPath()
  const account = { handle: '@thebroadside', name: 'The Broadside' }
  const before = await startSandbox({ statePath, account })
  const root = await callerOf(before).post('The first')
  const picture = await callerOf(before).upload()
  await before.close()

  const { call, post, sandbox } = await aSandbox({ statePath })
  expect(sandbox.account).toEqual({ id: before.account.id, ...account })
  expect(sandbox.cost()).toBe(before.cost())
  const media = { media_ids: [picture] }
  const answer = await call('POST', '/2/tweets', { text: 'The second', reply: { in_reply_to_tweet_id: root }, media })
  expect(answer.status).toBe(201)
  expect((await call('POST', '/2/tweets', { text: 'The first' })).status).toBe(403)
  expect(BigInt(await post('The third'))).toBeGreaterThan(BigInt(root))
})

test('calls that come at once leave a whole file and no other', async () => {
  const statePath = await aPath()
  const { post } = await aSandbox({ statePath })
  await Promise.all(Array.from({ length: 25 }, (_, n) => post(`Post ${n}`)))
  const saved = JSON.parse(await readFile(statePath, 'utf8')) as { posts: unknown[] }
  expect(saved.posts).toHaveLength(25)
  expect(await readdir(join(statePath, '..'))).toEqual(['sandbox.json'])
})

test.each([
  ['cut off', '{"schema": 1, "posts": ['],
  ['of another program', '{"hello": "world"}'],
  ['of a newer schema', '{"schema": 2}'],
  ['empty', ''],
])('startSandbox() refuses a state file that is %s, and leaves it as it is', async (_, text) => {
  const statePath = (await aPath()).replace('data/', '')
  await writeFile(statePath, text)
  await expect(startSandbox({ statePath })).rejects.toMatchObject({
    name: 'WorldError',
    message: `Cannot start the sandbox: ${statePath} is damaged: it does not hold what a sandbox saved`,
    hint: `Put a good copy in its place, or move ${statePath} away to begin with an empty sandbox.`,
  })
  expect(await readFile(statePath, 'utf8')).toBe(text)
})

test('startSandbox() says so when its port is taken', async () => {
  const { sandbox } = await aSandbox()
  await expect(startSandbox({ statePath: null, port: sandbox.port })).rejects.toMatchObject({
    name: 'WorldError',
    message: `Cannot start the sandbox: port ${sandbox.port} is in use`,
  })
})

test('startSandbox() says so when it cannot save', async () => {
  const inTheWay = (await aPath()).replace('data/', '')
  await writeFile(inTheWay, 'a file where a folder should be')
  await expect(startSandbox({ statePath: join(inTheWay, 'sandbox.json') })).rejects.toMatchObject({
    name: 'WorldError',
  })
})
