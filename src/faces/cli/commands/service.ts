import { InputError } from '../../../core/errors.ts'
import type { ServicePlan, ServiceState, Workshop } from '../../../ports.ts'
import type { Context, Run } from '../command.ts'

const acts = { install, remove, status }

export const run: Run = async (context) => {
  const [act = ''] = context.args
  if (!Object.hasOwn(acts, act)) {
    throw new InputError('usage', {
      message: `Cannot do "service ${act}": there is no such thing to do`,
      hint: `It is one of ${Object.keys(acts).join(', ')}.`,
    })
  }
  const shop = await context.workshop()
  if (context.options['print'] === true) return print(shop, context)
  return acts[act as keyof typeof acts](shop, context)
}

function print({ service }: Workshop, { terminal }: Context): void {
  const { file, text } = service.plan()
  terminal.note(`${file} would hold:`)
  terminal.print(text.replace('\uFEFF', '').trimEnd())
}

async function install(shop: Workshop, { home, terminal, json }: Context): Promise<void> {
  const plan = shop.service.plan()
  if (/[/\\]_npx[/\\]/.test(plan.text)) {
    throw new InputError('service-npx', {
      message: 'Cannot install the service: Broadside runs from the cache of npx, which npm empties when it likes',
      hint: 'Install it for good with "npm install --global broadside", and do this again.',
    })
  }
  await shop.service.install()
  if (json) return terminal.json(await factsOf(shop))
  terminal.print(`Wrote ${plan.file}`)
  terminal.print(`${capital(plan.supervisor)} now runs "broadside start" for ${home}, as ${plan.name}.`)
  terminal.note(plan.advice)
  if (shop.sandboxed) terminal.note('No keys for X are in use: it posts into the sandbox.')
}

async function remove({ service }: Workshop, { terminal, json }: Context): Promise<void> {
  const { file, supervisor } = service.plan()
  const wasThere = await service.remove()
  if (json) return terminal.json({ removed: wasThere, file })
  terminal.print(
    wasThere ? `${capital(supervisor)} no longer runs it, and ${file} is gone.` : `There was none: no ${file}.`,
  )
}

async function status(shop: Workshop, { terminal, json }: Context): Promise<number> {
  const facts = await factsOf(shop)
  if (json) terminal.json(facts)
  else terminal.print(said[facts.state](shop.service.plan()))
  return facts.state === 'running' ? 0 : 1
}

const said: { readonly [S in ServiceState]: (plan: ServicePlan) => string } = {
  absent: ({ file }) => `No service is installed for this home (${file}); install it with "broadside service install".`,
  outdated: ({ file }) => `${file} is not what would be written now; write it anew with "broadside service install".`,
  stopped: ({ supervisor, name }) => `${name} is installed, and ${supervisor} says that it does not run.`,
  running: ({ supervisor, name }) => `${name} runs, says ${supervisor}.`,
}

async function factsOf({ service }: Workshop): Promise<{ state: ServiceState } & Omit<ServicePlan, 'text' | 'advice'>> {
  const { supervisor, name, file } = service.plan()
  return { state: await service.state(), supervisor, name, file }
}

function capital(words: string): string {
  return words === 'systemd' || words === 'launchd' ? words : words.charAt(0).toUpperCase() + words.slice(1)
}
