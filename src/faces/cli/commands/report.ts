import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { linkTo } from '../../../core/publication/link.ts'
import { reportCsv } from '../../../core/report/csv.ts'
import { reportJson } from '../../../core/report/json.ts'
import { postRows, reportRows } from '../../../core/report/rows.ts'
import type { Workshop } from '../../../ports.ts'
import { report } from '../../../tasks/report.ts'
import { reportPage } from '../../pages/report.tsx'
import { styleSheet } from '../../pages/style-sheet.ts'
import type { Run } from '../command.ts'
import { sayNetwork } from '../say.ts'
import { table } from '../table.ts'

export const run: Run = async ({ args: [slug], options, json, terminal, workshop }) => {
  const shop = await workshop()
  const { reports, leftOut } = await report(slug ?? null, shop)
  for (const what of leftOut) terminal.note(`Left out: ${what}.`)
  const { timezone } = shop.settings
  if (typeof options['html'] === 'string') {
    const file = resolve(options['html'])
    await writeFile(file, reportPageOf({ reports, leftOut }, shop))
    terminal.note(`Wrote ${file}`)
  }
  if (json) return terminal.json(reportJson(reports))
  if (options['csv']) return terminal.print(reportCsv(reports).trimEnd())
  sayNetwork(shop, terminal)
  if (reports.length === 0)
    return terminal.print('Nothing is published yet. Queue a thread with "broadside queue <slug>".')
  terminal.print(table(reportRows(reports, timezone), terminal))
  for (const each of slug === undefined ? [] : reports) terminal.print(`\n${table(postRows(each), terminal)}`)
}

/** The report as one self-contained page. */
export function reportPageOf(
  { reports, leftOut }: Awaited<ReturnType<typeof report>>,
  { clock, sandboxed, settings }: Pick<Workshop, 'clock' | 'sandboxed' | 'settings'>,
): string {
  return reportPage({
    reports,
    leftOut,
    network: sandboxed ? 'sandbox' : 'x',
    handle: settings.handle,
    generatedAt: clock.now(),
    timezone: settings.timezone,
    css: styleSheet('report'),
    linkTo: (id) => linkTo(id, settings),
  })
}
