import { expect, test } from 'vitest'
import { openDesk } from '../../src/tasks/desk.ts'
import { propose } from '../../src/tasks/propose.ts'
import { at } from '../builders.ts'
import { someDays } from '../simulation/days.ts'

const settings = { BROADSIDE_TIMEZONE: 'Europe/Berlin', BROADSIDE_SLOTS: 'Mon-Fri 09:00 17:30' }

test('what was approved while nothing was to leave this machine is not sent when keys are set later', async () => {
  const days = await someDays('2026-11-23T06:00', settings)
  await days.desk.ask('cancel', { id: await days.queue('ash') })
  const keyless = { ...days.home, sandboxed: true }
  const { network, shown } = await propose('ash', at('2026-11-23T08:00'), keyless)
  const approval = { slug: 'ash', at: '2026-11-23T08:00:00.000Z', late: 'hold', shown }
  const { id } = await openDesk(keyless).ask('approve', { ...approval, network })
  await days.liveUntil('2026-11-23T08:10')
  expect(days.posted).toEqual([])
  expect(await days.home.store.job(id)).toMatchObject({ state: 'held', held: { reason: 'network' } })
  // Taken out and queued again for X, it goes there.
  await days.desk.ask('cancel', { id })
  await days.queue('ash', at('2026-11-23T09:00'))
  await days.liveUntil('2026-11-23T09:10')
  expect(days.posted.length).toBeGreaterThan(0)
})

test('the network that its owner was told of counts, and not that of the scheduler which queues it', async () => {
  const days = await someDays('2026-11-23T06:00', settings)
  await days.desk.ask('cancel', { id: await days.queue('ash') })
  const { network, shown } = await propose('ash', at('2026-11-23T08:00'), { ...days.home, sandboxed: true })
  const approval = { slug: 'ash', at: '2026-11-23T08:00:00.000Z', late: 'hold', shown, network }
  const { id } = await days.desk.ask('approve', approval)
  expect(await days.home.store.job(id)).toMatchObject({ network: 'sandbox' })
})
