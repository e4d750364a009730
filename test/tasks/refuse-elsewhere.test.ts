import { describe, expect, test } from 'vitest'
import type { Job } from '../../src/core/queue/job.ts'
import { refuseElsewhere } from '../../src/tasks/refuse-elsewhere.ts'
import { aJob } from '../builders.ts'

const on = (network?: Job['network']): Job => ({ ...aJob(), ...(network === undefined ? {} : { network }) })

describe('refuseElsewhere()', () => {
  test.each([
    ['sandbox', 'x', 'Take the keys out of .env'],
    ['x', 'sandbox', 'Set the four keys again'],
  ] as const)('refuses to touch on another network what was approved for %s', (approved, name, remedy) => {
    const touch = () => refuseElsewhere('retract', on(approved), { name })
    expect(touch).toThrow('Cannot retract')
    expect(touch).toThrow(expect.objectContaining({ hint: expect.stringContaining(remedy) as unknown }))
  })

  test.each([['x'], ['sandbox'], [undefined]] as const)('lets be what was approved for %s, there', (network) => {
    expect(() => refuseElsewhere('retract', on(network), { name: network ?? 'x' })).not.toThrow()
  })
})
