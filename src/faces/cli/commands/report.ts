import { InputError } from '../../../core/errors.ts'
import { accountOf } from '../../../core/report/account.ts'
import { reportCsv, samplesCsv } from '../../../core/report/csv.ts'
import { findingsOf, type Finding } from '../../../core/report/findings.ts'
import { reportJson } from '../../../core/report/json.ts'
import type { ThreadReport } from '../../../core/report/report.ts'
import { briefRows, postRows, shorterBriefRows, shorterPostRows } from '../../../core/report/tables.ts'
import { threadFindings } from '../../../core/report/thread-findings.ts'
import type { Workshop } from '../../../ports.ts'
import { drawReport } from '../../../tasks/picture.ts'
import { report, seed, type Between } from '../../../tasks/report.ts'
import { reportPageOf } from '../../pages/report-of.ts'
import type { Context, Run } from '../command.ts'
import { sayNetwork } from '../say.ts'
import { table } from '../table.ts'
import { writeWhere } from '../write.ts'

export const run: Run = async ({ args: [named], options, json, terminal, workshop }) => {
  const slug = named ?? (typeof options['slug'] === 'string' ? options['slug'] : null)
  const shop = await workshop()
  if (slug !== null) await refuseUnknownPiece(slug, shop)
  const reported = await report(slug, shop, between(options))
  const { reports, leftOut } = reported
  for (const what of leftOut) terminal.note(`Left out: ${what}.`)
  if (typeof options['html'] === 'string') {
    terminal.note(`Wrote ${await writeWhere(options['html'], reportPageOf(reported, shop))}`)
  }
  if (typeof options['png'] === 'string') {
    const { png, shows } = await drawReport(slug, reported, shop)
    terminal.note(`Wrote ${await writeWhere(options['png'], png)}: ${shows}`)
  }
  if (json) return terminal.json(reportJson(reports))
  if (options['csv']) return terminal.print((await csvOf(reports, options, shop)).trimEnd())
  sayNetwork(shop, terminal)
  if (reports.length === 0) return terminal.print(await nothingIn(slug, options, shop))
  print(slug, reports, { terminal, timezone: shop.settings.timezone })
}

/** Why there is nothing to report: nothing is published yet, or nothing on the days that were asked for. */
async function nothingIn(slug: string | null, { since, until }: Context['options'], shop: Workshop): Promise<string> {
  const isAll = since === undefined && until === undefined
  if (isAll || (await report(slug, shop)).reports.length === 0) {
    return 'Nothing is published yet. Queue a thread with "broadside queue <slug>".'
  }
  const days = [since && `from ${since} on`, until && `up to ${until}`].filter(Boolean).join(' and ')
  return `Nothing was published ${days}; without --since and --until the report has what was.`
}

/** One row a post; with `--samples` one row a sample. */
async function csvOf(reports: readonly ThreadReport[], options: Context['options'], { store }: Workshop) {
  if (!options['samples']) return reportCsv(reports)
  const jobs = new Set(reports.map(({ id }) => id))
  const { samples } = await store.samples()
  return samplesCsv(samples.filter(({ job }) => jobs.has(job)))
}

function print(
  slug: string | null,
  reports: readonly ThreadReport[],
  { terminal, timezone }: Pick<Context, 'terminal'> & { readonly timezone: string },
): void {
  terminal.print(table(briefRows(reports, timezone), terminal, shorterBriefRows(reports, timezone)))
  if (slug === null && reports.length > 1) {
    terminal.print('')
    printFindings(findingsOf(accountOf(reports, { timezone, seed })), terminal)
  }
  for (const each of slug === null ? [] : reports) {
    terminal.print(`\n${table(postRows(each), terminal, shorterPostRows(each))}\n`)
    printFindings(threadFindings(each), terminal)
  }
}

function printFindings(findings: readonly Finding[], { ink, print: say }: Context['terminal']): void {
  for (const { about, words } of findings) say(`${ink.dim(`${about}:`)} ${words}`)
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
