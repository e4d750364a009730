import type { Command } from './command.ts'

const json = ['--json', 'the result as JSON'] as const
const yes = ['--yes', 'do not ask'] as const

/** Every command there is, in the order in which an owner meets them. */
export const commands = {
  draft: {
    args: '<slug|file>',
    help: 'article → thread.md and cards; prints the thread, its weights, its price',
    options: [
      json,
      ['--cards <n>', 'how many cards at most, or none (about one for six posts)'],
      ['--no-cards', 'draw no cards'],
      ['--limit <weight>', 'how much a post may weigh'],
      ['--again', 'split a thread you edited again, around what you changed or pinned'],
      ['--parts <parts>', 'a series: headings, a number of threads, or none'],
      ['--replace', 'put the file in the place of the article in posts/, which is kept beside it'],
    ],
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
    help: 'no slug: list the queue; with one: approve its thread for the next free slot',
    options: [
      json,
      yes,
      ['--at <time>', 'when: now, "tomorrow 9am", 2026-12-01T09:00 (your zone) or 2026-12-01T09:00Z'],
      ['--late <policy>', 'when it could not go out in time: hold, publish or next (slot)'],
      ['--all', 'with no slug: also what was over a week ago'],
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
    help: 'take a job out of the queue, or give up its rest; what is live stays live',
    options: [json],
    load: async () => ({ run: (await import('./commands/steer.ts')).cancel }),
  },
  move: {
    args: '<id> <time...>',
    help: 'give a job another time, or the "next" free slot',
    options: [json],
    load: () => import('./commands/move.ts'),
  },
  swap: {
    args: '<id> <other>',
    help: 'let two jobs change places',
    options: [json],
    load: async () => ({ run: (await import('./commands/order.ts')).swap }),
  },
  reorder: {
    args: '<ids...>',
    help: 'let jobs go out in this order, at the times they have among them',
    options: [json],
    load: async () => ({ run: (await import('./commands/order.ts')).reorder }),
  },
  adopt: {
    args: '<id> <n> <url>',
    help: 'take a live post for post n of a held job',
    options: [json],
    load: () => import('./commands/adopt.ts'),
  },
  verify: {
    args: '<id>',
    help: 'read the live thread back and compare it with the approved one, post by post',
    options: [json],
    load: () => import('./commands/verify.ts'),
  },
  retract: {
    args: '<id>',
    help: 'delete what is live of a job, the last post first; asks first',
    options: [json, yes],
    load: () => import('./commands/retract.ts'),
  },
  tick: {
    help: 'all that is due now, each thread to its end, then exit (for system cron)',
    options: [json],
    load: () => import('./commands/tick.ts'),
  },
  start: {
    help: 'the scheduler, until stopped',
    options: [['--port <port>', 'where /healthz answers on this machine (4107)']],
    load: () => import('./commands/start.ts'),
  },
  service: {
    args: '<install|remove|status>',
    help: 'have the system run the scheduler: systemd, launchd or the task scheduler',
    options: [json, ['--print', 'show what would be written, and write nothing']],
    load: () => import('./commands/service.ts'),
  },
  status: {
    args: '[id]',
    help: 'what is live, what is not, what to do next',
    options: [json, ['--all', 'also what was over a week ago']],
    load: () => import('./commands/status.ts'),
  },
  measure: { help: 'sample what is due now', options: [json], load: () => import('./commands/measure.ts') },
  report: {
    args: '[slug]',
    help: 'what each thread earned',
    options: [
      json,
      ['--csv', 'one row a post, as CSV'],
      ['--samples', 'with --csv: one row a sample'],
      ['--html <file>', 'one self-contained page'],
      ['--png <file>', 'a picture to post: how far readers went; of several threads, how the account grew'],
      ['--slug <slug>', 'of this piece alone, as the argument'],
      ['--since <day>', 'threads published on this day or later, like 2026-11-22'],
      ['--until <day>', 'threads published on this day or before'],
    ],
    load: () => import('./commands/report.ts'),
  },
  digest: { help: 'last week in 15 lines of Markdown', load: () => import('./commands/digest.ts') },
  card: {
    args: '[quote]',
    help: 'one card',
    options: [
      ['--out <file>', 'where to draw it (card.png)'],
      ['--theme <name>', 'how it looks'],
      ['--size <WxH>', '1600x900, 1080x1350, 1200x1200, or any of 400 to 4096 pixels a side'],
      ['--title <title>', 'of the article'],
      ['--handle <@handle>', 'whose words they are'],
      ['--name <name>', 'of the writer or the publication'],
      ['--logo <file>', 'of the publication: an SVG or a PNG'],
      ['--colour <#rrggbb>', 'of the publication, in place of the theme’s own'],
      ['--photo <file>', 'what the card stands on, in the theme photo'],
      ['--sheet <slug>', 'one page with every card of a piece in every theme, to choose from'],
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
