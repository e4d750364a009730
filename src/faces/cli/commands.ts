import type { Command } from './command.ts'

const json = ['--json', 'the result as JSON'] as const
const yes = ['--yes', 'do not ask'] as const

/** Every command there is, in the order in which an owner meets them. */
export const commands = {
  draft: {
    args: '<slug|file>',
    help: 'article → thread.md and cards; prints the thread, its weights, its price',
    options: [json, ['--no-cards', 'draw no cards'], ['--limit <weight>', 'how much a post may weigh']],
    load: () => import('./commands/draft.ts'),
  },
  preview: {
    args: '<slug>',
    help: 'the thread as X will show it, as a web page',
    options: [['--out <file>', 'where to write it (posts/<slug>/preview.html)']],
    load: () => import('./commands/preview.ts'),
  },
  queue: {
    args: '[slug]',
    help: 'no slug: list the queue; with one: approve its thread for a time',
    options: [
      json,
      yes,
      ['--at <time>', 'when: now, 2026-12-01T09:00 (your zone) or 2026-12-01T09:00Z'],
      ['--late <policy>', 'when it could not go out in time: hold or publish'],
    ],
    load: () => import('./commands/queue.ts'),
  },
  hold: {
    args: '<id>',
    help: 'keep a job from going on',
    options: [json],
    load: async () => ({ run: (await import('./commands/steer.ts')).hold }),
  },
  release: {
    args: '<id>',
    help: 'let a held job go on, after looking again at what is live',
    options: [json],
    load: async () => ({ run: (await import('./commands/steer.ts')).release }),
  },
  cancel: {
    args: '<id>',
    help: 'take a job out of the queue; what is live stays live',
    options: [json],
    load: async () => ({ run: (await import('./commands/steer.ts')).cancel }),
  },
  tick: {
    help: 'all that is due now, each thread to its end, then exit (for system cron)',
    options: [json],
    load: () => import('./commands/tick.ts'),
  },
  start: {
    help: 'the scheduler, until stopped',
    load: () => import('./commands/start.ts'),
  },
  status: {
    args: '[id]',
    help: 'what is live, what is not, what to do next',
    options: [json],
    load: () => import('./commands/status.ts'),
  },
  measure: { help: 'sample what is due now', options: [json], load: () => import('./commands/measure.ts') },
  report: {
    args: '[slug]',
    help: 'what each thread earned',
    options: [json, ['--csv', 'one row a post, as CSV'], ['--html <file>', 'one self-contained page']],
    load: () => import('./commands/report.ts'),
  },
  card: {
    args: '<quote>',
    help: 'one card',
    options: [
      ['--out <file>', 'where to draw it (card.png)'],
      ['--theme <name>', 'how it looks'],
      ['--size <WxH>', '1600x900, 1080x1350 or 1200x1200'],
      ['--title <title>', 'of the article'],
      ['--handle <@handle>', 'whose words they are'],
      ['--name <name>', 'of the writer or the publication'],
    ],
    load: () => import('./commands/card.ts'),
  },
  doctor: {
    help: 'looks at settings, keys, clock, store, fonts and budget',
    options: [json],
    load: () => import('./commands/doctor.ts'),
  },
  sandbox: {
    help: 'the stand-in for X, alone, until stopped',
    options: [
      ['--port <port>', 'where it listens on this machine (4108)'],
      ['--faults <file>', 'faults to play, as JSON'],
    ],
    load: () => import('./commands/sandbox.ts'),
  },
  demo: {
    help: 'the whole way on a sample article, in the sandbox, in a folder of its own; ends by itself',
    load: () => import('./commands/demo.ts'),
  },
} satisfies Record<string, Command>
