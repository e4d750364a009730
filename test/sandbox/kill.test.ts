import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/server.ts'
import { signature } from './caller.ts'

/** The built sandbox in a process of its own, which prints its address. */
const program = `
  import { startSandbox } from ${JSON.stringify(new URL('../../dist/sandbox/server.js', import.meta.url).href)}
  const { url } = await startSandbox({ statePath: process.argv[1] })
  process.stdout.write(url)
`

async function started(statePath: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, statePath])
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, url: url.toString() }
}

/** Posts one text after the other until the sandbox is gone; gives back the ids that it confirmed. */
async function postUntilGone(url: string, { round, confirmed }: { round: number; confirmed: string[] }): Promise<void> {
  const headers = { authorization: signature, 'content-type': 'application/json' }
  for (let n = 1; ; n += 1) {
    const body = JSON.stringify({ text: `Round ${round}, post ${n}` })
    try {
      const answer = await fetch(`${url}/2/tweets`, { method: 'POST', headers, body })
      const { data } = (await answer.json()) as { data: { id: string } }
      confirmed.push(data.id)
    } catch {
      return
    }
  }
}

test('a sandbox killed at any moment has kept every post that it confirmed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-kill-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const statePath = join(folder, 'sandbox.json')
  const confirmed: string[] = []
  for (let round = 1; round <= 8; round += 1) {
    const { child, url } = await started(statePath)
    const posting = postUntilGone(url, { round, confirmed })
    const enough = confirmed.length + round
    while (confirmed.length < enough) await new Promise(setImmediate)
    child.kill('SIGKILL')
    await posting
  }
  const sandbox = await startSandbox({ statePath })
  onTestFinished(() => sandbox.close())
  const kept = new Set(sandbox.posts().map(({ id }) => id))
  expect(confirmed.filter((id) => !kept.has(id))).toEqual([])
  expect(confirmed.length).toBeGreaterThanOrEqual(36)
})
