import { request } from 'node:http'
import { expect, test } from 'vitest'
import { aSandbox, signature } from './caller.ts'

/** fetch() would not let a test lie about the host. */
function statusFor(port: number, host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { host, authorization: signature }
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test.each(['/', '/2/users/me', '/sandbox'])('%s answers to its own names only', async (path) => {
  const { sandbox } = await aSandbox()
  const ask = (host: string) => statusFor(sandbox.port, host, path)
  expect(await ask(`127.0.0.1:${sandbox.port}`)).toBe(200)
  expect(await ask(`localhost:${sandbox.port}`)).toBe(200)
  expect(await ask(`elsewhere.example:${sandbox.port}`)).toBe(421)
  expect(await ask('127.0.0.1.elsewhere.example')).toBe(421)
})
