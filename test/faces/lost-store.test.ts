import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/server.ts'
import { aFolder } from '../builders.ts'
import { broadside, keys } from '../home.ts'

test('a store put back to what it was before the thread went out finds the posts on the timeline, and sends none again', async () => {
  const home = await aFolder()
  const sandbox = await startSandbox({ statePath: null })
  onTestFinished(() => sandbox.close())
  const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s' }
  const words = Array.from({ length: 5 }, (_, n) => `This is paragraph ${n + 1} of the piece.`.padEnd(250, ' And on.'))
  await mkdir(join(home, 'posts', 'piece'), { recursive: true })
  await writeFile(join(home, 'posts', 'piece', 'article.md'), `A title\n\n${words.join('\n\n')}\n`)
  await broadside(home, ['draft', 'piece', '--no-cards'])
  await broadside(home, ['queue', 'piece', '--at', 'now', '--yes'], settings)
  await cp(join(home, 'data'), join(home, 'data-before'), { recursive: true })
  await broadside(home, ['tick'], settings)
  const live = sandbox.posts().map(({ id }) => id)
  expect(live.length).toBeGreaterThan(4)
  await rm(join(home, 'data'), { recursive: true })
  await cp(join(home, 'data-before'), join(home, 'data'), { recursive: true })
  const { stdout } = await broadside(home, ['tick', '--json'], settings)
  expect(JSON.parse(stdout)).toMatchObject([{ state: 'posted', published: live.length }])
  expect(sandbox.posts().map(({ id }) => id)).toEqual(live)
})
