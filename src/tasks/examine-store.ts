import { whyHeld } from '../core/queue/remedy.ts'
import { sum, usd } from '../core/thread/price.ts'
import type { Ground, Ports } from '../ports.ts'
import { fail, type Finding, ok, warn } from './finding.ts'

/** Below this a store may still be written; below a tenth of it, soon not. Bytes. */
const littleRoom = 200_000_000

type Needs = Pick<Ports, 'clock' | 'lock' | 'settings' | 'store'> & { readonly ground: () => Promise<Ground> }

export async function disk({ ground }: Needs): Promise<Finding> {
  const { free, data, isWritable, hasStore } = await ground()
  const room = `${Math.floor(free / 1_000_000).toLocaleString('en-US')} MB are free`
  if (!isWritable) return fail('disk', `${data} cannot be written`, 'Give yourself the right to write there.')
  if (free < littleRoom / 10)
    return fail('disk', room, 'Make room: a thread cannot be posted that cannot be written down.')
  if (free < littleRoom) return warn('disk', room, 'Make room before it runs out.')
  return ok('disk', hasStore ? room : `${room}; the store is made with the first job`)
}

export async function permissions({ ground }: Needs): Promise<Finding> {
  const { data, opens } = await ground()
  if (opens.settings) return warn('rights', 'others on this machine can read .env and its keys', 'Type: chmod 600 .env')
  if (opens.data) return warn('rights', `others on this machine can look into ${data}`, `Type: chmod 700 '${data}'`)
  return ok('rights', 'the store and the settings are yours alone')
}

export async function lock({ ground, lock: door }: Needs): Promise<Finding> {
  // Whoever takes the lock of a store makes the store.
  if (!(await ground()).hasStore) return ok('lock', 'nobody holds the store')
  const held = await door.take(() => Promise.reject(new Error('it is being examined')))
  if (held.kind === 'anothers') return ok('lock', 'another Broadside holds the store, and does what commands ask of it')
  await held.release()
  return ok('lock', 'nobody holds the store: no scheduler runs')
}

export async function store({ store: shelf }: Needs): Promise<Finding> {
  const jobs = await shelf.jobs()
  const held = jobs.filter(({ state }) => state === 'held').length
  const { leftOut } = await shelf.samples()
  if (leftOut.length > 0) return warn('store', leftOut.join('; '), 'What was left out is not counted in reports.')
  const damaged = jobs.find((job) => job.state === 'held' && job.held.reason === 'store')
  if (damaged !== undefined) return warn('store', `${damaged.id} is held`, whyHeld(damaged) ?? '')
  if (held > 0) return warn('store', `${held} of ${jobs.length} jobs are held`, 'See "broadside status".')
  return ok('store', `${jobs.length} jobs, all readable`)
}

export async function ledger({ store: shelf }: Needs): Promise<Finding> {
  const { lines, leftOut } = await shelf.books()
  if (leftOut.length === 0) return ok('ledger', `${lines.length} paid calls are on record`)
  return warn(
    'ledger',
    leftOut.join('; '),
    'Compare with what X’s console says you spent: the budget counts too little.',
  )
}

export async function synced({ store: shelf }: Needs): Promise<Finding> {
  const by = await shelf.synced()
  if (by === null) return ok('folder', 'the store lies on this machine alone')
  const remedy = 'Keep the home on a disk of this machine (--home), and copy it while Broadside does not run.'
  return warn('folder', `the store lies in ${by}: what two machines write there at once may be lost`, remedy)
}

export async function budget({ store: shelf, clock, settings: { monthlyBudget } }: Needs): Promise<Finding> {
  const month = clock.now().toISOString().slice(0, 7)
  const spent = sum((await shelf.ledger()).filter(({ at }) => at.startsWith(month)).map((line) => line.usd))
  if (monthlyBudget === null) {
    const remedy = 'Set BROADSIDE_MONTHLY_BUDGET to stop before a thread that would cost too much.'
    return warn('budget', `${usd(spent)} spent this month, and no budget is set`, remedy)
  }
  const fact = `${usd(spent)} of ${usd(monthlyBudget)} spent this month`
  return spent < monthlyBudget ? ok('budget', fact) : warn('budget', fact, 'No further thread begins this month.')
}
