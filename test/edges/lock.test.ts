import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { takeLock } from '../../src/edges/lock/lock.ts'
import type { Held } from '../../src/ports.ts'
import { aFolder } from '../builders.ts'

const secret = 'the secret of the store'
const program = fileURLToPath(new URL('../programs/hold-lock.mjs', import.meta.url))
const silent = () => Promise.resolve(null)

async function anotherProcessHolding(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, path, secret], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [said] = await once(child.stdout ?? child, 'data')
  expect(String(said)).toBe('mine\n')
  return child
}

async function take(path: string, given = secret): Promise<Held> {
  return takeLock(path, { secret: given, serve: silent })
}

function mine(held: Held): Extract<Held, { kind: 'mine' }> {
  if (held.kind !== 'mine') throw new Error('the lock is held by another')
  return held
}

function anothers(held: Held): Extract<Held, { kind: 'anothers' }> {
  if (held.kind !== 'anothers') throw new Error('the lock is not held')
  return held
}

describe('takeLock()', () => {
  test('is had by one at a time, and free again when it is released', async () => {
    const path = join(await aFolder(), 'data')
    const first = mine(await take(path))
    expect((await take(path)).kind).toBe('anothers')
    await first.release()
    await mine(await take(path)).release()
  })

  test('of two paths are two locks', async () => {
    const folder = await aFolder()
    const [one, two] = [mine(await take(join(folder, 'one'))), mine(await take(join(folder, 'two')))]
    await Promise.all([one.release(), two.release()])
  })

  test('lets another process ask its holder', async () => {
    const path = join(await aFolder(), 'data')
    const child = await anotherProcessHolding(path)
    const answer = await anothers(await take(path)).ask({ task: 'ping', args: [1, 'two'] })
    expect(answer).toEqual({ task: 'ping', args: [1, 'two'], from: child.pid })
  })

  test('says once what it waits for, when that takes longer than a second', async () => {
    const path = join(await aFolder(), 'data')
    let answer: (value: string) => void = () => undefined
    const serve = () => new Promise((resolve) => (answer = resolve))
    const held = mine(await takeLock(path, { secret, serve }))
    const waited: string[] = []
    const waiting = ({ task }: { readonly task: string }) => {
      waited.push(task)
      answer('done')
    }
    const asked = anothers(await takeLock(path, { secret, serve: silent, waiting })).ask({ task: 'tick', args: {} })
    expect(await asked).toBe('done')
    expect(waited).toEqual(['tick'])
    await held.release()
  })

  test('hands on what its holder could not do, as the error that it was', async () => {
    const path = join(await aFolder(), 'data')
    const refuse = () => Promise.reject(new InputError('no', { message: 'Cannot do it', hint: 'Do another.' }))
    const held = mine(await takeLock(path, { secret, serve: refuse }))
    const asked = anothers(await take(path)).ask({ task: 'x', args: null })
    await expect(asked).rejects.toMatchObject({
      name: 'InputError',
      code: 'no',
      message: 'Cannot do it',
      hint: 'Do another.',
    })
    await held.release()
  })

  test('tells nothing to a holder that cannot read the store, nor to one who asks without it', async () => {
    const path = join(await aFolder(), 'data')
    const served: unknown[] = []
    const serve = async (request: unknown) => served.push(request)
    const held = mine(await takeLock(path, { secret, serve }))
    const guessing = anothers(await take(path, 'a guess')).ask({ task: 'cancel', args: null })
    await expect(guessing).rejects.toMatchObject({ code: 'lock-strange', exitCode: 75 })
    expect(served).toEqual([])
    await held.release()
  })

  test.skipIf(process.platform !== 'linux')(
    'never says its secret, nor what it asks, to whoever took its name',
    async () => {
      const path = join(await aFolder(), 'data')
      const address = `\0broadside-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`
      let heard = ''
      const squatter = createServer((socket) => {
        socket.on('data', (bytes: Buffer) => {
          heard += String(bytes)
          socket.write(`${JSON.stringify({ challenge: 'x', proof: 'y' })}\n`)
        })
        socket.on('error', () => undefined)
      })
      await new Promise<void>((resolve) => {
        squatter.listen(address, resolve)
      })
      const asked = anothers(await take(path)).ask({ task: 'retract', args: { id: 'a-job' } })
      await expect(asked).rejects.toMatchObject({ code: 'lock-strange' })
      expect(heard).toMatch(/^\{"challenge":"[0-9a-f]{32}"\}\n$/)
      squatter.close()
    },
  )

  test.skipIf(process.platform !== 'linux')('is released though somebody is connected who says nothing', async () => {
    const path = join(await aFolder(), 'data')
    const held = mine(await take(path))
    const address = `\0broadside-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`
    const stranger = connect(address)
    await once(stranger, 'connect')
    await held.release()
    await mine(await take(path)).release()
  })

  test('is free at once when its holder is killed', async () => {
    const path = join(await aFolder(), 'data')
    const child = await anotherProcessHolding(path)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await mine(await take(path)).release()
  })

  test('stays with a holder that is stopped, and whoever asks it is told so with exit code 75', async () => {
    const path = join(await aFolder(), 'data')
    const child = await anotherProcessHolding(path)
    child.kill('SIGSTOP')
    const asked = anothers(await take(path)).ask({ task: 'tick', args: {} })
    await expect(asked).rejects.toMatchObject({
      exitCode: 75,
      message: 'Cannot tick: another Broadside holds the store and does not answer',
    })
    expect((await take(path)).kind).toBe('anothers')
  })
})
