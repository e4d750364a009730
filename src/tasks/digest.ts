import { accountOf } from '../core/report/account.ts'
import { digestOf } from '../core/report/digest.ts'
import type { Ports } from '../ports.ts'
import { report, seed } from './report.ts'

/** Last week in at most 15 lines of Markdown. */
export async function digest(ports: Pick<Ports, 'store' | 'clock' | 'settings'>): Promise<string> {
  const { timezone } = ports.settings
  const { reports, leftOut } = await report(null, ports)
  return digestOf(
    { reports, leftOut, account: accountOf(reports, { timezone, seed }) },
    { now: ports.clock.now(), timezone },
  )
}
