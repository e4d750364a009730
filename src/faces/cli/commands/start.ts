import { InputError } from '../../../core/errors.ts'
import type { Listening, Workshop } from '../../../ports.ts'
import { runDaemon, type Watched } from '../../daemon.ts'
import { answerHealth } from '../../health.ts'
import type { Run } from '../command.ts'
import { portOf } from '../port.ts'
import { sayNetwork } from '../say.ts'
import { openStatusLine, outlookWords, type StatusLine } from '../status-line.ts'

const usualPort = 4107

/** How often the line at the foot is drawn anew. Milliseconds. */
const redraw = 5_000

export const run: Run = async ({ home, open, options, signal, terminal }) => {
  const asked = options['port']
  const port = asked === undefined ? usualPort : portOf(asked)
  const line = process.stderr.isTTY ? openStatusLine(process.stderr, terminal.faint) : null
  const shop = await open(home, process.env, faceOf(line))
  let watched: Watched | null = null
  let health = null as Promise<Listening | null> | null
  const unheard = new AbortController()
  const draw = () => line?.show(outlookWords(watched?.outlook ?? null, { ...shop.settings, now: shop.clock.now() }))
  const drawing = setInterval(draw, redraw).unref()
  try {
    sayNetwork(shop, terminal)
    // Only whoever holds the store has anything to tell: it listens from the first word of the scheduler on.
    const begin = async () => {
      terminal.print(`Posting what is queued in ${home}, until stopped with Ctrl-C.`)
      return listen(shop, port, asked !== undefined, () => watched)
    }
    await runDaemon(shop, AbortSignal.any([signal, unheard.signal]), (now) => {
      watched = now
      health ??= begin().catch((cause: unknown) => {
        unheard.abort(cause)
        return null
      })
      draw()
    })
    await health
    unheard.signal.throwIfAborted()
    line?.clear()
    terminal.print('Stopped. What is queued waits for the next start or tick.')
  } finally {
    clearInterval(drawing)
    line?.clear()
    await health?.then((listening) => listening?.close())
    await shop.close()
  }
}

/** On a terminal, words above a line that stays; elsewhere, for a supervisor's log, a line of JSON for each entry. */
function faceOf(line: StatusLine | null): NonNullable<Parameters<Parameters<Run>[0]['open']>[2]> {
  if (line !== null) {
    return { progress: { say: (what) => line.show(what) }, echo: { as: 'words', write: (lines) => line.above(lines) } }
  }
  const write = (lines: string) => void process.stderr.write(lines)
  return { progress: { say: () => undefined }, echo: { as: 'json', write } }
}

/** The usual port may be another home's; one that was asked for has to be had. */
async function listen(
  shop: Workshop,
  port: number,
  isAsked: boolean,
  watched: () => Watched | null,
): Promise<Listening | null> {
  try {
    const health = await shop.listen((request) => answerHealth(request, watched(), shop.clock.now()), port)
    shop.log.info({ url: `${health.url}/healthz` }, 'tells how it is')
    return health
  } catch (cause) {
    if (isAsked || cause instanceof InputError) throw cause
    shop.log.warn({ fact: (cause as Error).message }, 'does not tell how it is; choose a free port with --port')
    return null
  }
}
