import { appendFile, chmod, mkdir, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../builders.ts'
import { broadside } from '../home.ts'

interface Finding {
  readonly check: string
  readonly state: string
  readonly fact: string
  readonly remedy: string
}

async function findingsOf(home: string, settings: Readonly<Record<string, string>> = {}) {
  const { exitCode, stdout } = await broadside(home, ['doctor', '--json'], settings)
  const findings = JSON.parse(stdout) as readonly Finding[]
  return { exitCode, of: (check: string) => findings.find((finding) => finding.check === check) }
}

async function aDraftedHome(): Promise<string> {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'piece'), { recursive: true })
  await writeFile(join(home, 'posts', 'piece', 'article.md'), '# A title\n\nOne paragraph of the piece.\n')
  await broadside(home, ['draft', 'piece', '--no-cards'])
  return home
}

/** A home with a thread that was posted, so that it has a store and a ledger. */
async function aHomeInUse(): Promise<string> {
  const home = await aDraftedHome()
  await broadside(home, ['queue', 'piece', '--at', 'now', '--yes'])
  await broadside(home, ['tick'])
  return home
}

describe('broadside doctor', () => {
  test('looks at a new home and makes no store there; exits with 1 where the network cannot be reached', async () => {
    const home = await aFolder()
    const { exitCode, of } = await findingsOf(home, { X_API_URL: 'http://127.0.0.1:9' })
    expect(of('disk')).toMatchObject({ state: 'ok' })
    expect(of('lock')).toMatchObject({ state: 'ok', fact: 'nobody holds the store' })
    expect(of('account')).toMatchObject({ state: 'fail' })
    expect(exitCode).toBe(1)
    expect(await readdir(home)).toEqual([])
  })

  test('says which setting cannot be read, where nothing else can be looked at', async () => {
    const { exitCode, of } = await findingsOf(await aFolder(), { BROADSIDE_LIMIT: 'many' })
    expect(exitCode).toBe(1)
    expect(of('settings')).toMatchObject({ state: 'fail', fact: expect.stringContaining('BROADSIDE_LIMIT') as unknown })
  })

  test('names the slots of the next week', async () => {
    const settings = { BROADSIDE_SLOTS: 'Mon 09:00', BROADSIDE_TIMEZONE: 'Europe/Berlin' }
    const { of } = await findingsOf(await aFolder(), settings)
    expect(of('slots')?.fact).toMatch(/^the next week’s: Mon,? \d+ \w+,? 09:00$/)
  })

  test.skipIf(process.platform === 'win32')('tells who else can read the keys', async () => {
    const home = await aFolder()
    await writeFile(join(home, '.env'), '')
    await chmod(join(home, '.env'), 0o644)
    expect((await findingsOf(home)).of('rights')).toMatchObject({ state: 'warn', remedy: 'Type: chmod 600 .env' })
    await chmod(join(home, '.env'), 0o600)
    expect((await findingsOf(home)).of('rights')).toMatchObject({ state: 'ok' })
  })

  test('tells of a job whose file is damaged, as "status" does, and nothing of it goes out', async () => {
    const home = await aDraftedHome()
    const queued = await broadside(home, ['queue', 'piece', '--at', 'now', '--yes', '--json'])
    const { id } = JSON.parse(queued.stdout) as { id: string }
    await broadside(home, ['cancel', id])
    await truncate(join(home, 'data', 'jobs', `${id}.json`), 100)
    expect((await findingsOf(home)).of('store')).toMatchObject({
      state: 'warn',
      fact: `${id} is held`,
      remedy: expect.stringContaining('Its file was damaged: what is left is how it was before') as unknown,
    })
    const { stdout } = await broadside(home, ['status', id, '--json'])
    expect(stdout).toContain('Its file was damaged')
    expect((await broadside(home, ['tick'])).stdout).toContain('Nothing is due.')
  })

  test('tells of lines in the ledger that cannot be trusted', async () => {
    const home = await aHomeInUse()
    expect((await findingsOf(home)).of('ledger')).toMatchObject({ state: 'ok' })
    const month = (await readdir(join(home, 'data', 'ledger'))).find((file) => file.endsWith('.jsonl')) ?? ''
    await appendFile(join(home, 'data', 'ledger', month), '{"usd":0}\n{"usd":0}\n')
    expect((await findingsOf(home)).of('ledger')).toMatchObject({ state: 'warn' })
  })
})
