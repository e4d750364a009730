import { examine } from '../../../tasks/examine.ts'
import type { Run } from '../command.ts'

export const run: Run = async ({ json, terminal, workshop }) => {
  const shop = await workshop()
  const findings = await examine({ ...shop, node: process.version })
  const isIll = findings.some(({ state }) => state === 'fail')
  if (json) terminal.json(findings)
  else {
    const { ink } = terminal
    const marks = { ok: ink.green('ok  '), warn: ink.yellow('warn'), fail: ink.red('fail') }
    for (const { check, state, fact, remedy } of findings) {
      terminal.print(
        `${marks[state]}  ${check.padEnd(8)} ${fact}${remedy === '' ? '' : `\n${' '.repeat(15)}${ink.dim(remedy)}`}`,
      )
    }
  }
  return isIll ? 1 : 0
}
