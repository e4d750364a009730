import { InputError } from '../../../core/errors.ts'
import { examine } from '../../../tasks/examine.ts'
import { fail, type Finding } from '../../../tasks/finding.ts'
import type { Context, Run } from '../command.ts'

export const run: Run = async (context) => {
  const findings: Finding[] = []
  for await (const finding of lookAtAll(context)) {
    findings.push(finding)
    if (!context.json) print(finding, context)
  }
  if (context.json) context.terminal.json(findings)
  else if (findings.every(({ state }) => state === 'ok')) context.terminal.note('All is well.')
  return findings.some(({ state }) => state === 'fail') ? 1 : 0
}

/** Settings that cannot be read are a finding too: nothing else can be looked at then. */
async function* lookAtAll({ workshop }: Context): AsyncGenerator<Finding, void> {
  try {
    yield* examine({ ...(await workshop()), node: process.version })
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause
    yield fail('settings', cause.message, cause.hint)
  }
}

function print({ check, state, fact, remedy }: Finding, { terminal }: Context): void {
  const { ink } = terminal
  const mark = { ok: ink.green('ok  '), warn: ink.yellow('warn'), fail: ink.red('fail') }[state]
  terminal.print(`${mark}  ${check.padEnd(8)} ${fact}`)
  if (remedy !== '') terminal.print(`${' '.repeat(15)}${ink.dim(remedy)}`)
}
