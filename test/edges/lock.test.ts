import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { InputError } from '../../src/core/problem.ts'
import { takeLock } from '../../src/edges/lock.ts'
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

  test('answers nobody who cannot read the store', async () => {
    const path = join(await aFolder(), 'data')
    const held = mine(await take(path))
    await expect(anothers(await take(path, 'a guess')).ask({ task: 'x', args: null })).rejects.toThrow('went away')
    await held.release()
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
