import { linkTo } from '../../../core/publication/link.ts'
import { excerpt } from '../../../core/thread/excerpt.ts'
import { statusRows } from '../../../tasks/show.ts'
import { find } from '../../../tasks/steer.ts'
import type { Run } from '../command.ts'
import { jobLine, sayNetwork, stateInk, when } from '../say.ts'

export const run: Run = async ({ args: [id], json, terminal, workshop }) => {
  const shop = await workshop()
  const jobs = id === undefined ? await shop.store.jobs() : [await find(id, shop)]
  const rows = await statusRows(jobs, shop, (post) => linkTo(post, shop.settings))
  if (json) return terminal.json(rows)
  sayNetwork(shop, terminal)
  if (rows.length === 0) return terminal.print('Nothing is queued. Draft a piece, then "broadside queue <slug>".')
  const { ink } = terminal
  for (const row of rows) {
    terminal.print(
      `${jobLine({ ...row, posts: row.posts.length }, terminal)}\n  ${when(row.at, shop.settings.timezone)}`,
    )
    if (id === undefined) continue
    for (const { n, text, state, url } of row.posts) {
      const mark = state === 'live' ? ink.green('●') : state === 'unknown' ? ink.red('?') : ink.dim('○')
      const words = excerpt(text, terminal.width - 60)
      terminal.print(
        `  ${mark} ${String(n).padStart(2)}  ${state === 'live' ? ink.dim(url ?? '') : stateInk('queued', ink)(state)}  ${words}`,
      )
    }
  }
}
