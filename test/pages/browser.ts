import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { onTestFinished, type TestContext } from 'vitest'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A page in Chromium that shows `html`; where there is no Chromium, the test is skipped and says so. */
export async function aPage(context: TestContext, html: string, options: BrowserContextOptions = {}): Promise<Page> {
  const executablePath = [process.env['BROADSIDE_CHROMIUM'] ?? '', ...places].find((place) => existsSync(place))
  if (executablePath === undefined) {
    return context.skip('There is no Chromium on this machine; BROADSIDE_CHROMIUM may say where one is.')
  }
  const browser = await chromium.launch({ executablePath, args: quiet })
  onTestFinished(() => browser.close())
  const page = await browser.newPage(options)
  await page.setContent(html)
  return page
}

/** What axe finds wrong with the page, a sentence each. */
export async function violationsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate<readonly string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ': ' + help + ' at ' + target.join(' '))))`)
}

/** The elements that reach past the side of the page, by how a style sheet would name them. */
export async function tooWideOn(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`
    [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .filter((each) => each.closest('thead') === null || getComputedStyle(each.closest('thead')).position !== 'absolute')
      .map((each) => each.tagName.toLowerCase() + '.' + each.getAttribute('class'))
      .concat(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls'] : [])`)
}
