import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import colours from 'picocolors'
import { describe, expect, test } from 'vitest'
import { readSettings } from '../../../src/core/settings.ts'
import { openStore } from '../../../src/edges/disk/store.ts'
import { loadShaper } from '../../../src/edges/harfbuzz.ts'
import { sharpPainter } from '../../../src/edges/sharp.ts'
import type { Context } from '../../../src/faces/cli/command.ts'
import { run } from '../../../src/faces/cli/commands/report.ts'
import { aFolder, aJob, anIntent, aReceipt, at } from '../../builders.ts'
import { aSample } from '../../core/metrics/builders.ts'

const fonts = new URL('../../../assets/fonts/', import.meta.url)

/** A home with one thread of two posts, measured once; and what `broadside report` says of it. */
async function aHome() {
  const folder = await aFolder()
  const now = () => at('2026-11-23T09:00')
  const store = openStore(join(folder, 'data'), { storeId: 'a-store', now })
  const job = aJob({ posts: 2, state: 'posted' })
  await store.add(job)
  for (const n of [1, 2]) {
    const intent = anIntent(n)
    await store.intend(intent)
    await store.receive(aReceipt(intent, { kind: 'applied', id: `146${n}` }))
  }
  const figures = { job: job.id, at: '2026-11-23T08:00:00.000Z', age: 3600 }
  await store.record([
    aSample({ ...figures, id: '1461', n: 1, impressions: 100, likes: 4 }),
    aSample({ ...figures, id: '1462', n: 2, impressions: 40 }),
  ])
  const shop = {
    store,
    clock: { now, monotonic: () => 0, sleep: () => Promise.resolve() },
    settings: readSettings({}, { timezone: 'UTC' }),
    sandboxed: true,
    pieces: { list: () => Promise.resolve(['unpublished']) },
    painter: sharpPainter(),
    shaper: () => loadShaper(fonts),
  }
  const report = async (options: Context['options'] = {}, ...args: readonly string[]) => {
    const said: string[] = []
    const noted: string[] = []
    const terminal = {
      ink: colours.createColors(false),
      width: 120,
      print: (text: string) => void said.push(text),
      note: (text: string) => void noted.push(text),
      json: (value: unknown) => void said.push(JSON.stringify(value)),
    }
    const context = { args, options, json: options['json'] === true, terminal, workshop: () => Promise.resolve(shop) }
    await run(context as unknown as Context)
    return { said: said.join('\n'), noted: noted.join('\n') }
  }
  return { folder, report }
}

describe('broadside report', () => {
  test('prints a table with a line of bars, and of one piece its posts and what they tell', async () => {
    const { report } = await aHome()
    expect((await report()).said).toMatch(/fair-use\s.+ 140 .+█▄/)
    const { said } = await report({}, 'fair-use')
    expect(said).toContain('The steepest cliff: −60% after post 1')
    expect(await report({ slug: 'fair-use' })).toEqual(await report({}, 'fair-use'))
  })

  test('gives CSV, one row a post, and with --samples one a sample', async () => {
    const { report } = await aHome()
    expect((await report({ csv: true })).said.split('\r\n')).toHaveLength(3)
    const { said } = await report({ csv: true, samples: true })
    expect(said.split('\r\n')[1]).toMatch(/^2026-11-23T08:00:00.000Z,[^,]+,1,1461,3600,100,4,/)
  })

  test('writes the page and the picture where it is told', async () => {
    const { folder, report } = await aHome()
    const [html, png] = [join(folder, 'report.html'), join(folder, 'curve.png')]
    const { noted } = await report({ html, png })
    expect(noted).toContain(`Wrote ${png}: how far readers of`)
    expect(await readFile(html, 'utf8')).toContain('Simulated figures.')
    expect((await readFile(png)).subarray(1, 4).toString()).toBe('PNG')
  })

  test('keeps to the days it is given, in the owner’s zone', async () => {
    const { report } = await aHome()
    const slugs = async (options: Context['options']) => JSON.parse((await report({ ...options, json: true })).said)
    expect(await slugs({ since: '2026-11-22' })).toHaveLength(1)
    expect(await slugs({ since: '2026-11-23' })).toEqual([])
    expect(await slugs({ until: '2026-11-21' })).toEqual([])
    await expect(report({ since: 'last week' })).rejects.toThrow('Cannot report --since last week: it is no day')
  })

  test('refuses a piece that there is not, and says so of one that is not published', async () => {
    const { report } = await aHome()
    await expect(report({}, 'nonsense')).rejects.toThrow('Cannot report on "nonsense": there is no such piece')
    expect((await report({}, 'unpublished')).said).toContain('Nothing is published yet.')
    expect((await report({ since: '2026-11-23' })).said).toBe(
      'Nothing was published from 2026-11-23 on; without --since and --until the report has what was.',
    )
    expect((await report({ since: '2026-11-23' }, 'unpublished')).said).toContain('Nothing is published yet.')
    await expect(report({ png: 'x.png' }, 'unpublished')).rejects.toThrow('Cannot draw the report: no such thread')
  })
})
