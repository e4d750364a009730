import { InputError } from '../../../core/problem.ts'
import { linkTo } from '../../../core/publication/link.ts'
import { accountOf } from '../../../core/report/account.ts'
import { reportCsv, samplesCsv } from '../../../core/report/csv.ts'
import { findingsOf } from '../../../core/report/findings.ts'
import { reportJson } from '../../../core/report/json.ts'
import { briefRows, postRows } from '../../../core/report/rows.ts'
import type { Workshop } from '../../../ports.ts'
import { seed } from '../../../tasks/digest.ts'
import { report, type Between } from '../../../tasks/report.ts'
import { reportPage } from '../../pages/report.tsx'
import { styleSheet } from '../../pages/style-sheet.ts'
import type { Run } from '../command.ts'
import { sayNetwork } from '../say.ts'
import { table } from '../table.ts'
import { writeWhere } from '../write.ts'

export const run: Run = async ({ args: [slug], options, json, terminal, workshop }) => {
  const shop = await workshop()
  if (slug !== undefined) await refuseUnknownPiece(slug, shop)
  const { reports, leftOut } = await report(slug ?? null, shop, between(options))
  for (const what of leftOut) terminal.note(`Left out: ${what}.`)
  const { timezone } = shop.settings
  if (typeof options['html'] === 'string') {
    const file = await writeWhere(options['html'], reportPageOf({ reports, leftOut }, shop))
    terminal.note(`Wrote ${file}`)
  }
  if (json) return terminal.json(reportJson(reports))
  if (options['csv'] && options['samples']) {
    const jobs = new Set(reports.map(({ id }) => id))
    const { samples } = await shop.store.samples()
    return terminal.print(samplesCsv(samples.filter(({ job }) => jobs.has(job))).trimEnd())
  }
  if (options['csv']) return terminal.print(reportCsv(reports).trimEnd())
  sayNetwork(shop, terminal)
  if (reports.length === 0)
    return terminal.print('Nothing is published yet. Queue a thread with "broadside queue <slug>".')
  terminal.print(table(briefRows(reports, timezone), terminal))
  if (slug === undefined && reports.length > 1) {
    const { ink } = terminal
    terminal.print('')
    for (const { about, words } of findingsOf(accountOf(reports, { timezone, seed }))) {
      terminal.print(`${ink.dim(`${about}:`)} ${words}`)
    }
  }
  for (const each of slug === undefined ? [] : reports) terminal.print(`\n${table(postRows(each), terminal)}`)
}

/** @throws InputError for a slug that neither a job nor a piece has. */
async function refuseUnknownPiece(slug: string, { store, pieces }: Workshop): Promise<void> {
  const queued = (await store.jobs()).map((job) => job.slug)
  if (queued.includes(slug) || (await pieces.list()).includes(slug)) return
  const hint = 'See what there is with "broadside queue".'
  throw new InputError('piece-unknown', { message: `Cannot report on "${slug}": there is no such piece`, hint })
}

/** Days as a person writes them. */
function between({ since, until }: Parameters<Run>[0]['options']): Between {
  for (const [name, day] of Object.entries({ since, until })) {
    if (day === undefined || /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(String(day))) continue
    const words = { message: `Cannot report --${name} ${String(day)}: it is no day`, hint: 'Write it like 2026-11-22.' }
    throw new InputError('day', words)
  }
  return { ...(since ? { since: String(since) } : {}), ...(until ? { until: String(until) } : {}) }
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
    account: accountOf(reports, { timezone: settings.timezone, seed }),
    css: styleSheet('report'),
    linkTo: (id) => linkTo(id, settings),
  })
}
