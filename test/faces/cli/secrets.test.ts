import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/edges/disk/store.ts'
import { startSandbox } from '../../../src/sandbox/server.ts'
import { aFolder, aJob, aPost } from '../../builders.ts'
import { broadside, keys } from '../../home.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A server that says back all that it is told, as no network should: its errors hold the very headers it was sent. */
async function anEcho(): Promise<string> {
  const server = createServer((request, response) => {
    const { headers, url } = request
    response.writeHead(403, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({
        title: 'Forbidden',
        detail: `${url} ${JSON.stringify(headers)} ${Object.values(keys).join(' ')}`,
      }),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function aHome(): Promise<string> {
  const home = await aFolder()
  const store = openStore(join(home, 'data'), { storeId: 'a-store', now: () => new Date() })
  const card = {
    sha256: await store.keep(png, 'image/png'),
    type: 'image/png',
    alt: 'A point',
    quote: 'A point',
  } as const
  const at = new Date().toISOString()
  await store.add({ ...aJob(), at, posts: [aPost(1), aPost(2, { card })] })
  return home
}

/** Every file below `folder`, and every folder. */
async function below(
  folder: string,
): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = (isFolder: boolean) =>
    entries.filter((entry) => entry.isDirectory() === isFolder).map((entry) => join(entry.parentPath, entry.name))
  return { files: paths(false), folders: [folder, ...paths(true)] }
}

const commands = [
  ['tick', '--verbose', '--debug'],
  ['doctor', '--verbose'],
  ['measure', '--verbose', '--debug'],
  ['release', 'fair-use-k3f9', '--debug'],
  ['tick', '--json'],
  ['adopt', 'fair-use-k3f9', '1', '7', '--debug'],
  ['verify', 'fair-use-k3f9', '--json', '--debug'],
  ['hold', 'fair-use-k3f9'],
  ['retract', 'fair-use-k3f9', '--yes', '--debug'],
  ['status', '--json'],
]

test('no key stands in what a command says or leaves, whatever fails and whatever the network says back', async () => {
  const sandbox = await startSandbox({
    statePath: null,
    faults: [
      { on: 'create', nth: 2, do: 'unauthorized' },
      { on: 'timeline', do: 'html', times: 9 },
      { on: 'lookup', do: 'unavailable-before', times: 9 },
      { on: 'delete', do: 'truncated-after' },
    ],
  })
  onTestFinished(() => sandbox.close())
  const addresses = [sandbox.url, await anEcho(), 'http://127.0.0.1:1']
  const said = await Promise.all(
    addresses.map(async (address) => {
      const home = await aHome()
      const settings = {
        ...keys,
        X_API_URL: address,
        BROADSIDE_PACE: '0s',
        BROADSIDE_SETTLE: '300ms',
        BROADSIDE_NOTIFY: 'env',
      }
      const words: string[] = []
      for (const args of commands) {
        const { stdout, stderr } = await broadside(home, args, settings)
        words.push(stdout, stderr)
      }
      const { files } = await below(home)
      for (const file of files) words.push(file, await readFile(file, 'utf8'))
      return words.join('\n')
    }),
  )
  for (const words of said) {
    expect(words).toContain('Cannot')
    for (const key of Object.values(keys)) expect(words).not.toContain(key)
  }
})

test('all that a home keeps of its publishing is for its owner alone', async () => {
  const sandbox = await startSandbox({ statePath: null })
  onTestFinished(() => sandbox.close())
  const home = await aHome()
  const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s' }
  for (const args of [['tick'], ['measure'], ['retract', 'fair-use-k3f9', '--yes']])
    await broadside(home, args, settings)
  const { files, folders } = await below(join(home, 'data'))
  const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
  for (const file of files) expect([file, await modeOf(file)]).toEqual([file, '600'])
  for (const folder of folders) expect([folder, await modeOf(folder)]).toEqual([folder, '700'])
  const kinds = ['jobs', 'ledger', 'log', 'media', 'metrics', 'outbox']
  expect((await readdir(join(home, 'data'))).toSorted()).toEqual(expect.arrayContaining(kinds))
})
