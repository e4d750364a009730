import { request } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serveLoopback } from '../../src/edges/loopback.ts'

async function aServer(answer: () => Response = () => new Response('well')): Promise<string> {
  const server = await serveLoopback(answer, 0)
  onTestFinished(() => server.close())
  return server.url
}

/** The status of a request that claims to be for `host`: fetch would not let it. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end()
  })
}

describe('serveLoopback()', () => {
  test('answers on this machine alone', async () => {
    const url = await aServer()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(url)).text()).toBe('well')
  })

  test('refuses a request that names another host, whoever points it here', async () => {
    const url = await aServer()
    expect(await statusFor(url, 'evil.example')).toBe(421)
    expect(await statusFor(url, 'localhost:4107')).toBe(200)
  })

  test('answers nothing but GET', async () => {
    expect((await fetch(await aServer(), { method: 'POST', body: 'x' })).status).toBe(405)
  })

  test('says nothing of what went wrong inside', async () => {
    const url = await aServer(() => {
      throw new Error('kestrel')
    })
    const response = await fetch(url)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('kestrel')
  })

  test('says which port is in use and what to do', async () => {
    const url = await aServer()
    await expect(serveLoopback(() => new Response(), Number(new URL(url).port))).rejects.toMatchObject({
      message: expect.stringContaining('another program uses it') as unknown,
      hint: expect.stringContaining('--port') as unknown,
    })
  })
})
