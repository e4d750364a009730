import { slotsAfter } from '../core/queue/slots.ts'
import type { Workshop } from '../ports.ts'
import * as storeroom from './examine-store.ts'
import { fail, type Finding, ok, warn } from './finding.ts'
import { mostSkew, skewOf } from './preflight.ts'

type Needs = Workshop & { readonly node: string }

/** Looks at everything that a thread needs before it can go out, one thing after the other, and changes nothing. */
export async function* examine(ports: Needs): AsyncGenerator<Finding, void> {
  const { disk, permissions, lock, store, ledger, synced, budget } = storeroom
  const grounds = [fonts, theme, disk, permissions, synced, lock, store, ledger, budget]
  for (const look of [node, keys, account, time, zone, slots, service, ...grounds, label]) {
    ports.progress.say(`looking at ${look.name}`)
    yield await look(ports).catch((cause: unknown) => failed(look.name, cause))
  }
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

/** The one call to the network: it tells whether it can be reached, and whether the keys are good. */
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
  return ok('zone', `it is ${onTheWall(clock.now(), timezone)} in ${timezone}`)
}

async function slots({ settings: { slots: all, timezone }, clock }: Needs): Promise<Finding> {
  if (all.length === 0) {
    return ok('slots', 'none are set: a thread goes out when you say (--at), or at once')
  }
  const until = clock.now().getTime() + 7 * 86_400_000
  const week: string[] = []
  for (const slot of slotsAfter(all, clock.now(), timezone)) {
    if (slot.getTime() > until) break
    week.push(onTheWall(slot, timezone))
  }
  if (week.length > 0) return ok('slots', `the next week’s: ${week.join('; ')}`)
  return warn('slots', 'none falls into the next week', 'Look at BROADSIDE_SLOTS, if that is not what you mean.')
}

async function service({ service: system }: Needs): Promise<Finding> {
  const state = await system.state().catch(() => null)
  if (state === 'running') return ok('service', `${system.plan().supervisor} runs the scheduler`)
  if (state === 'absent' || state === null) return ok('service', 'none is installed: see "broadside service"')
  const remedy = 'Write it anew with "broadside service install".'
  return warn('service', state === 'stopped' ? 'it is installed, and does not run' : 'it is out of date', remedy)
}

async function fonts({ shaper }: Needs): Promise<Finding> {
  return ok('fonts', `${(await shaper()).fonts.length} fonts can be read`)
}

async function theme({ themes, settings: { cardTheme } }: Needs): Promise<Finding> {
  const names = [...(await themes()).keys()]
  if (names.includes(cardTheme)) return ok('theme', `cards are drawn as ${cardTheme}`)
  return fail('theme', `there is no theme "${cardTheme}"`, `Set BROADSIDE_CARD_THEME to one of ${names.join(', ')}.`)
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

function onTheWall(instant: Date, timezone: string): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat('en-GB', { timeZone: timezone, ...parts }).format(instant)
}
