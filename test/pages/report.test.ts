import { describe, expect, test } from 'vitest'
import { accountOf } from '../../src/core/report/account.ts'
import { reportPage } from '../../src/faces/pages/report.tsx'
import { styleSheet } from '../../src/faces/pages/style-sheet.ts'
import { aPage, tooWideOn, violationsIn } from './browser.ts'
import { audienceOf, threads } from './threads.ts'

const css = styleSheet('report')

function pageOf(count: number): string {
  const reports = threads(count)
  const timezone = 'Europe/Berlin'
  return reportPage({
    reports,
    network: count === 1 ? 'sandbox' : 'x',
    handle: '@thebroadside',
    generatedAt: new Date('2026-11-23T08:00:00Z'),
    timezone,
    css,
    account: accountOf(reports, { timezone, seed: 107 }),
    audience: audienceOf(Math.min(700, count * 7)),
    leftOut: count === 0 ? [] : ['metrics/2026-11.jsonl: line 6: no commit line vouches for them'],
    linkTo: (id) => `https://x.com/thebroadside/status/${id}`,
  })
}

describe('the report’s page in Chromium', () => {
  test.for([
    [0, 'light'],
    [1, 'light'],
    [1, 'dark'],
    [14, 'light'],
    [14, 'dark'],
  ] as const)('of %d threads has nothing that axe objects to, in %s', async ([count, colorScheme], context) => {
    const page = await aPage(context, pageOf(count), { colorScheme })
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    expect(await violationsIn(page)).toEqual([])
  })

  test.for([320, 390, 768, 1280])('of 14 threads has room for everything at %d pixels', async (width, context) => {
    const page = await aPage(context, pageOf(14), { viewport: { width, height: 900 } })
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
    expect(await tooWideOn(page)).toEqual([])
  })

  test('on paper shows what is folded on the screen, dark letters on white, and nothing cut off', async (context) => {
    const page = await aPage(context, pageOf(14), { viewport: { width: 720, height: 1000 }, colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.evaluate(`getComputedStyle(document.documentElement).backgroundColor`)).toBe('rgb(255, 255, 255)')
    const folded = `[...document.querySelectorAll('details:not([open]) table')].map((each) => each.getBoundingClientRect().height)`
    const heights = await page.evaluate<number[]>(folded)
    expect(heights.length).toBeGreaterThan(10)
    expect(Math.min(...heights)).toBeGreaterThan(30)
    expect(await tooWideOn(page)).toEqual([])
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('runs no script and asks nobody for anything', async (context) => {
    const page = await aPage(context, '')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.setContent(pageOf(14), { waitUntil: 'networkidle' })
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([])
  })
})

test('the page of 200 threads has at most 400 kB', () => {
  expect(Buffer.byteLength(pageOf(200))).toBeLessThan(400_000)
})
