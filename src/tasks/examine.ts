import { sum, usd } from '../core/thread/price.ts'
import type { Ports } from '../ports.ts'
import { mostSkew, skewOf } from './preflight.ts'

/** One line of the doctor's findings. */
export interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warn' | 'fail'
  readonly fact: string
  /** What to do; empty where all is well. */
  readonly remedy: string
}

type Needs = Ports & { readonly node: string }

/** Looks at everything that a thread needs before it can go out, and changes nothing. */
export async function examine(ports: Needs): Promise<readonly Finding[]> {
  const checks = [node, keys, account, time, zone, fonts, theme, store, budget, synced, label]
  const findings: Finding[] = []
  for (const check of checks) {
    ports.progress.say(`looking at ${check.name}`)
    findings.push(await check(ports).catch((cause: unknown) => failed(check.name, cause)))
  }
  return findings
}

async function node({ node: version }: Needs): Promise<Finding> {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return ok('node', `Node ${version}`)
  return fail('node', `Node ${version} is too old`, 'Install Node 20.19 or newer.')
}

async function keys({ settings }: Needs): Promise<Finding> {
  if (settings.apiUrl !== null)
    return warn('keys', `posts go to ${settings.apiUrl}, not to X`, 'Take X_API_URL out to use X.')
  if (settings.credentials !== null) return ok('keys', 'all four keys for X are set')
  return warn('keys', 'no keys for X are set: the sandbox stands in for it', 'Set the four X_ keys in .env to use X.')
}

async function account({ network, settings }: Needs): Promise<Finding> {
  const { handle, id } = await (await network()).me()
  if (settings.handle === null || settings.handle.toLowerCase() === handle.toLowerCase()) {
    return ok('account', `the network answers for ${handle} (${id})`)
  }
  return warn('account', `the keys are of ${handle}, and BROADSIDE_HANDLE is ${settings.handle}`, 'Make them the same.')
}

async function time({ network }: Needs): Promise<Finding> {
  const { name, skew } = await network()
  const ahead = skew()
  if (name !== 'x') return ok('clock', 'the sandbox goes by the clock of this machine')
  if (ahead === null)
    return warn('clock', 'X did not say what time it is', 'Look at the clock of this machine yourself.')
  if (Math.abs(ahead) <= 2_000) return ok('clock', 'it goes right, as far as X’s answers tell')
  const fact = `it is ${skewOf(ahead)}`
  return Math.abs(ahead) <= mostSkew ? ok('clock', fact) : fail('clock', fact, 'Set the clock by the internet.')
}

async function zone({ settings: { timezone }, clock }: Needs): Promise<Finding> {
  const now = clock.now().toLocaleString('en-GB', { timeZone: timezone, dateStyle: 'medium', timeStyle: 'short' })
  return ok('zone', `it is ${now} in ${timezone}`)
}

async function fonts({ shaper }: Needs): Promise<Finding> {
  return ok('fonts', `${(await shaper()).fonts.length} fonts can be read`)
}

async function theme({ themes, settings: { cardTheme } }: Needs): Promise<Finding> {
  const names = [...(await themes()).keys()]
  if (names.includes(cardTheme)) return ok('theme', `cards are drawn as ${cardTheme}`)
  return fail('theme', `there is no theme "${cardTheme}"`, `Set BROADSIDE_CARD_THEME to one of ${names.join(', ')}.`)
}

async function store({ store: shelf }: Needs): Promise<Finding> {
  const jobs = await shelf.jobs()
  const held = jobs.filter(({ state }) => state === 'held').length
  const { leftOut } = await shelf.samples()
  if (leftOut.length > 0) return warn('store', leftOut.join('; '), 'What was left out is not counted in reports.')
  if (held > 0) return warn('store', `${held} of ${jobs.length} jobs are held`, 'See "broadside status".')
  return ok('store', `${jobs.length} jobs, all readable`)
}

async function synced({ store: shelf }: Needs): Promise<Finding> {
  const by = await shelf.synced()
  if (by === null) return ok('folder', 'the store lies on this machine alone')
  const remedy = 'Keep the home on a disk of this machine (--home), and copy it while Broadside does not run.'
  return warn('folder', `the store lies in ${by}: what two machines write there at once may be lost`, remedy)
}

async function budget({ store: shelf, clock, settings: { monthlyBudget } }: Needs): Promise<Finding> {
  const month = clock.now().toISOString().slice(0, 7)
  const spent = sum((await shelf.ledger()).filter(({ at }) => at.startsWith(month)).map((line) => line.usd))
  if (monthlyBudget === null) {
    const remedy = 'Set BROADSIDE_MONTHLY_BUDGET to stop before a thread that would cost too much.'
    return warn('budget', `${usd(spent)} spent this month, and no budget is set`, remedy)
  }
  const fact = `${usd(spent)} of ${usd(monthlyBudget)} spent this month`
  return spent < monthlyBudget ? ok('budget', fact) : warn('budget', fact, 'No further thread begins this month.')
}

/** X's rule for accounts that post unattended; no call tells whether it is kept. */
async function label({ settings: { credentials } }: Needs): Promise<Finding> {
  if (credentials === null) return ok('label', 'the sandbox asks for no label')
  const remedy = 'Set the Automated label in X’s account settings, and say in the bio who runs the account.'
  return warn('label', 'X wants accounts that post unattended to say so; this cannot be looked up', remedy)
}

function failed(check: string, cause: unknown): Finding {
  const { message, hint = 'See --debug.' } = cause as Error & { hint?: string }
  return fail(check, message, hint)
}

function ok(check: string, fact: string): Finding {
  return { check, state: 'ok', fact, remedy: '' }
}

function warn(check: string, fact: string, remedy: string): Finding {
  return { check, state: 'warn', fact, remedy }
}

function fail(check: string, fact: string, remedy: string): Finding {
  return { check, state: 'fail', fact, remedy }
}
