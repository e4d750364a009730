import { expect, test } from 'vitest'
import { WorldError } from '../../src/core/errors.ts'
import { measuringQuietly } from '../../src/tasks/measure-quietly.ts'
import { at } from '../builders.ts'

const spent = new WorldError('budget', { message: 'Cannot measure: all is spent', hint: 'Wait.' })

/** A scheduler's measuring that fails with `failure`, and what it logs. */
function aScene(failure: Error) {
  const said: string[] = []
  const time = { now: at('2026-11-22T23:40') }
  const say = (fields: Readonly<Record<string, unknown>>) => void said.push(String(fields['fact']))
  const log = { info: say, warn: say, error: say }
  const clock = { now: () => time.now, monotonic: () => time.now.getTime(), sleep: () => Promise.resolve() }
  let looks = 0
  const look = () => {
    looks++
    return Promise.reject(failure)
  }
  return { said, time, looks: () => looks, measure: measuringQuietly(look, { clock, log }) }
}

test('measuringQuietly() says once a UTC day that the budget is spent', async () => {
  const { said, time, measure, looks } = aScene(spent)
  for (const minute of ['22T23:40', '22T23:50', '23T00:01', '23T00:11']) {
    time.now = at(`2026-11-${minute}`)
    await measure()
  }
  expect(looks()).toBe(4)
  expect(said).toEqual(['Cannot measure: all is spent', 'Cannot measure: all is spent'])
})

test('measuringQuietly() looks at most every five minutes', async () => {
  const { time, measure, looks } = aScene(spent)
  for (let minute = 40; minute < 55; minute++) {
    time.now = at(`2026-11-22T23:${minute}`)
    await measure()
  }
  expect(looks()).toBe(3)
})

test('measuringQuietly() passes every other failure on', async () => {
  const { measure } = aScene(new WorldError('disk-full', { message: 'Cannot write', hint: 'Make room.' }))
  await expect(measure()).rejects.toThrow('Cannot write')
})
