import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openNotices } from '../../src/edges/notify.ts'
import { aFolder } from '../builders.ts'

const notice = {
  id: 'fair-use-k3f9',
  slug: 'fair-use',
  state: 'posted',
  at: '2026-11-22T09:00:00.000Z',
  posts: 3,
  published: 3,
  why: null,
  title: 'What "fair use" says; rm -rf /',
  url: 'https://x.com/me/status/1',
} as const

function recorded(): { log: { warn(fields: object, message: string): void }; said: string[] } {
  const said: string[] = []
  return { said, log: { warn: (fields, message) => said.push(`${message} ${JSON.stringify(fields)}`) } }
}

describe('tell()', () => {
  test('gives the facts to the command as JSON, and none of the keys', async () => {
    const folder = await aFolder()
    const { log, said } = recorded()
    const environment = { PATH: process.env['PATH'], X_APP_SECRET: 'a-secret', BROADSIDE_NOTIFY: 'x', OTHER: 'kept' }
    const command = `cat > "${join(folder, 'told.json')}"; env > "${join(folder, 'env')}"`
    await openNotices(command, { environment, log }).tell(notice)
    expect(JSON.parse(await readFile(join(folder, 'told.json'), 'utf8'))).toEqual(notice)
    const env = await readFile(join(folder, 'env'), 'utf8')
    expect(env).toContain('OTHER=kept')
    expect(env).not.toMatch(/a-secret|X_APP|BROADSIDE_/)
    expect(said).toEqual([])
  })

  test.each([
    ['fails', 'exit 3', 'it ended with 3'],
    ['is not there', 'no-such-command-here', 'it ended with 127'],
  ])('bears a command that %s, and logs it', async (_, command, fact) => {
    const { log, said } = recorded()
    await openNotices(command, { environment: { PATH: process.env['PATH'] }, log }).tell(notice)
    expect(said[0]).toContain(fact)
  })

  test('bears a command that does not read', async () => {
    const { log, said } = recorded()
    await openNotices('true', { environment: { PATH: process.env['PATH'] }, log }).tell(notice)
    expect(said).toEqual([])
  })

  test('tells nobody where no command is set', async () => {
    const { log, said } = recorded()
    await openNotices(null, { environment: {}, log }).tell(notice)
    expect(said).toEqual([])
  })
})
