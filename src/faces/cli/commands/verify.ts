import type { Compared } from '../../../core/publication/compare.ts'
import { openDesk } from '../../../tasks/desk.ts'
import type { Run } from '../command.ts'

export const run: Run = async ({ args: [id], json, terminal, workshop }) => {
  const verified = await openDesk(await workshop()).ask('verify', { id })
  const { id: job, same, posts } = verified
  if (json) terminal.json(verified)
  else {
    const { ink } = terminal
    const [missing, none] = [ink.red('✗'), ink.dim('○')]
    const marks = { same: ink.green('●'), different: ink.red('≠'), gone: missing, removed: none, unpublished: none }
    const line = ({ n, state, url, differences }: Compared) =>
      [`${marks[state]} ${String(n).padStart(2)}  ${state}`, ink.dim(url ?? ''), ...differences].join('  ').trimEnd()
    for (const post of posts) terminal.print(line(post))
    const isRetracted = posts.every(({ state }) => state === 'removed')
    const verdict = same
      ? 'Every post is live as you approved it.'
      : isRetracted
        ? 'You took it back: none of its posts is live.'
        : 'The live thread is not the approved one.'
    terminal.print(`${ink.bold(job)}  ${verdict}`)
  }
  return same ? 0 : 1
}
