import { linkTo } from '../../core/publication/link.ts'
import { accountOf } from '../../core/report/account.ts'
import type { Workshop } from '../../ports.ts'
import { seed, type Reported } from '../../tasks/report.ts'
import { reportPage } from './report.tsx'
import { styleSheet } from './style-sheet.ts'

/** The page on what was reported of a home. */
export function reportPageOf(
  { reports, leftOut, audience }: Reported,
  { clock, sandboxed, settings }: Pick<Workshop, 'clock' | 'sandboxed' | 'settings'>,
): string {
  return reportPage({
    reports,
    leftOut,
    audience,
    network: sandboxed ? 'sandbox' : 'x',
    handle: settings.handle,
    generatedAt: clock.now(),
    timezone: settings.timezone,
    account: accountOf(reports, { timezone: settings.timezone, seed }),
    css: styleSheet('report'),
    linkTo: (id) => linkTo(id, settings),
  })
}
