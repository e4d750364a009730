import { InputError } from '../core/errors.ts'
import { audiencePoster } from '../core/report/audience-poster.ts'
import { followedOn, leastDays } from '../core/report/audience.ts'
import { curvePoster } from '../core/report/curve-poster.ts'
import { posterPlane } from '../core/report/poster.ts'
import type { Ports } from '../ports.ts'
import type { Reported } from './report.ts'

type Needs = Pick<Ports, 'painter' | 'settings' | 'sandboxed' | 'shaper'>

/** A picture of a report, and what it shows. */
export interface ReportPicture {
  readonly png: Uint8Array
  readonly shows: string
}

/**
 * The report as a picture to post: of a piece (`slug`), or while there is one thread, how far its readers went; else how
 * the account grew.
 * @throws InputError while too little is known.
 */
export function drawReport(slug: string | null, reported: Reported, ports: Needs): Promise<ReportPicture> {
  return slug !== null || reported.reports.length < 2 ? drawCurve(reported, ports) : drawGrowth(reported, ports)
}

/** Of the newest of the threads. */
async function drawCurve({ reports }: Reported, ports: Needs): Promise<ReportPicture> {
  const [newest] = reports
  const poster = newest === undefined ? null : curvePoster(newest)
  if (newest === undefined || poster === null) {
    const fact = newest === undefined ? 'no such thread is published' : 'no curve of its posts is known yet'
    throw nothingToDraw(fact, 'A thread of two posts or more has one once "broadside measure" took its figures.')
  }
  const facts = [day(newest.publishedAt, ports), `${newest.posts.length} posts`]
  return { png: await paint({ ...poster, facts }, ports), shows: `how far readers of "${newest.title}" went` }
}

async function drawGrowth({ reports, audience }: Reported, ports: Needs): Promise<ReportPicture> {
  const followed = followedOn(audience)
  const poster = audiencePoster(
    followed,
    reports.map(({ publishedAt }) => publishedAt),
  )
  const [first, last] = [followed[0], followed.at(-1)]
  if (poster === null || first === undefined || last === undefined) {
    const fact = `followers are known of ${followed.length} days, and ${leastDays} are needed`
    throw nothingToDraw(fact, 'They are counted once a day. For one thread: "broadside report <slug> --png FILE".')
  }
  const title = `${gained(last.followers - first.followers)} followers since ${day(first.at, ports)}`
  const facts = [`${reports.length} ${reports.length === 1 ? 'thread' : 'threads'}`]
  return { png: await paint({ ...poster, title, facts }, ports), shows: 'how the account grew' }
}

async function paint(
  poster: Omit<Parameters<typeof posterPlane>[0], 'simulated'>,
  { painter, settings: { handle }, sandboxed, shaper }: Needs,
): Promise<Uint8Array> {
  const facts = [...(handle === null ? [] : [handle]), ...poster.facts]
  return painter.paint(posterPlane({ ...poster, facts, simulated: sandboxed }, await shaper()), 'png')
}

function day(at: string, { settings: { timezone } }: Pick<Ports, 'settings'>): string {
  const how = { timeZone: timezone, day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Date(at).toLocaleDateString('en-GB', how)
}

function gained(more: number): string {
  return `${more < 0 ? '−' : '+'}${Math.abs(more).toLocaleString('en-US')}`
}

function nothingToDraw(fact: string, hint: string): InputError {
  return new InputError('nothing-to-draw', { message: `Cannot draw the report: ${fact}`, hint })
}
