// Figures of measuring and reporting; `figures()` gives rows for the bench, and the file run alone prints them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, openSync, rmSync, fdatasyncSync, writeSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { encodeBatch } from '../../dist/core/metrics/batch.js'
import { scanRollUp } from '../../dist/core/metrics/scan.js'
import { accountOf } from '../../dist/core/report/account.js'
import { reportFrom } from '../../dist/core/report/report.js'
import { readSettings } from '../../dist/core/settings.js'
import { openDisk } from '../../dist/edges/disk/durable.js'
import { openMetrics } from '../../dist/edges/disk/metrics.js'
import { openStore } from '../../dist/edges/disk/store.js'
import { openX } from '../../dist/edges/x.js'
import { reportPage } from '../../dist/faces/pages/report.js'
import { styleSheet } from '../../dist/faces/pages/style-sheet.js'
import { startSandbox } from '../../dist/sandbox/server.js'
import { measure } from '../../dist/tasks/measure.js'

const hour = 3_600_000
const day = 24 * hour
const now = Date.parse('2026-11-22T12:00:00.000Z')
const posts = 12

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]

/** Milliseconds that `work` takes, the median of several runs. */
async function timed(work, runs = 5) {
  const times = []
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return median(times)
}

/** Two that are compared take turns, so that what else the machine does weighs on both. */
async function against(ours, theirs, runs = 5) {
  const ratios = []
  for (let run = 0; run < runs; run++) ratios.push((await timed(ours, 1)) / (await timed(theirs, 1)))
  return median(ratios)
}

const idOf = (thread, n) => String(1_900_000_000_000_000_000n + BigInt(thread) * 1000n + BigInt(n))

function sample(thread, n, at, published) {
  const age = Math.round((at - published) / 1000)
  const seen = Math.round((4000 + (thread % 17) * 300) * (1 - Math.exp(-age / 90_000)) * (1 - n * 0.05))
  const shown = {
    impressions: seen,
    likes: seen >> 5,
    reposts: seen >> 7,
    replies: seen >> 8,
    quotes: 1,
    bookmarks: 2,
  }
  const told =
    age < 30 * 86_400 ? { clicks: seen >> 6, profileClicks: seen >> 7 } : { clicks: null, profileClicks: null }
  const job = `thread-number-${thread}-k3f9`
  return { at: new Date(at).toISOString(), job, n, id: idOf(thread, n), deleted: false, age, ...shown, ...told }
}

/** Batches as measuring writes them: each of up to 100 samples of posts of 12, hour by hour. */
function batches(count, { threads, from, to }) {
  const all = []
  const beats = Math.ceil(count / (threads * posts))
  let left = count
  for (let beat = 0; beat < beats; beat++) {
    const at = from + ((to - from) * beat) / beats
    for (let thread = 0; thread < threads && left > 0; thread += 8) {
      const batch = []
      for (let each = thread; each < Math.min(threads, thread + 8); each++) {
        for (let n = 1; n <= posts && left > 0; n++, left--) batch.push(sample(each, n, at, from - hour))
      }
      all.push(batch)
    }
  }
  return all
}

async function scanning() {
  const written = batches(1_000_000, { threads: 200, from: now - 20 * day, to: now })
  const bytes = Buffer.concat(written.map((batch) => encodeBatch(batch, crc32)))
  let rolled = 0
  const ours = () => {
    rolled = scanRollUp(bytes, crc32)?.samples ?? 0
  }
  const theirs = () => {
    let sum = 0
    for (const line of bytes.toString().split('\n')) if (line !== '') sum += JSON.parse(line).impressions ?? 0
    return sum
  }
  const measured = await against(ours, theirs)
  if (rolled !== 1_000_000) throw new Error(`the scan saw ${rolled} samples`)
  return {
    figure: 'verify and aggregate 1,000,000 samples, over JSON.parse of each line',
    measured,
    bound: 0.35,
    unit: '×',
  }
}

async function appending(folder) {
  const samples = batches(100_000, { threads: 200, from: now - day, to: now - hour }).flat()
  const shelf = openMetrics(join(folder, 'append'), { disk: openDisk(), now: () => new Date(now) })
  const plain = join(folder, 'plain.jsonl')
  const ours = () => shelf.record(samples)
  const theirs = () => {
    const file = openSync(plain, 'a')
    writeSync(file, samples.map((one) => `${JSON.stringify(one)}\n`).join(''))
    fdatasyncSync(file)
    closeSync(file)
  }
  await ours()
  theirs()
  const measured = await against(ours, theirs, 7)
  return { figure: 'append of 100,000 samples, over plain JSONL and fdatasync', measured, bound: 1.3, unit: '×' }
}

const factsOf = (thread) => ({
  id: `thread-number-${thread}-k3f9`,
  slug: `thread-number-${thread}`,
  title: `What the ${thread}th article says of the law, and what it leaves out`,
  publishedAt: new Date(now - (thread + 1) * 3 * day - (thread % 9) * hour).toISOString(),
  posts: Array.from({ length: posts }, (_, index) => ({
    n: index + 1,
    id: idOf(thread, index + 1),
    text: `${'Fair use is not a loophole in copyright; it is one of its limits. '.repeat(3)}${index + 1}/${posts}`,
    card: index % 4 === 0 ? 'It is one of the limits that copyright was built with.' : null,
  })),
})

const jobs = () => Array.from({ length: 200 }, (_, thread) => factsOf(thread))
const openAt = (folder) => openMetrics(folder, { disk: openDisk(), now: () => new Date(now) })
const together = { timezone: 'Europe/Berlin', seed: 107 }

/** The first report of a process, from when its modules are loaded: milliseconds. */
async function firstReport(folder) {
  const facts = jobs()
  const from = performance.now()
  const { rollUp, leftOut } = await openAt(folder).measured()
  accountOf(reportFrom({ jobs: facts, rollUp, ledger: [] }), together)
  const took = performance.now() - from
  if (rollUp.samples !== 1_000_000 || leftOut.length > 0) throw new Error('the roll-ups are not whole')
  return took
}

async function reporting(folder) {
  const at = join(folder, 'two-years')
  for (const batch of batches(1_000_000, { threads: 200, from: now - 600 * day, to: now - hour }).reduce(byMonth, [])) {
    await openAt(at).record(batch)
  }
  const { rollUp } = await openAt(at).measured()
  const reports = reportFrom({ jobs: jobs(), rollUp, ledger: [] })
  const self = fileURLToPath(import.meta.url)
  const first = Array.from({ length: 7 }, () => Number(execFileSync(process.execPath, [self, '--first-report', at])))
  const css = styleSheet('report')
  const page = () =>
    reportPage({
      reports,
      network: 'x',
      handle: '@owner',
      generatedAt: new Date(now),
      timezone: together.timezone,
      css,
      account: accountOf(reports, together),
    })
  return [
    {
      figure: 'first report of a process, from roll-ups over 1,000,000 samples',
      measured: median(first),
      bound: 60,
      unit: ' ms',
    },
    { figure: 'page of 200 threads, written', measured: await timed(page), bound: 300, unit: ' ms' },
    { figure: 'page of 200 threads, size', measured: Buffer.byteLength(page()) / 1000, bound: 400, unit: ' kB' },
  ]
}

/** Batches of one month joined into few, so that the bench does not wait for the disk. */
function byMonth(joined, batch) {
  const last = joined.at(-1)
  if (last !== undefined && last[0].at.slice(0, 7) === batch[0].at.slice(0, 7)) last.push(...batch)
  else joined.push([...batch])
  return joined
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** 50 live posts, sampled as the schedule wants for one UTC day, through the real client and the sandbox. */
async function measuring(folder) {
  let at = Date.parse('2026-11-22T00:00:10.000Z')
  const clock = { now: () => new Date(at), monotonic: () => at, sleep: () => Promise.resolve() }
  const sandbox = await startSandbox({ statePath: null, now: clock.now, duplicates: 'allow' })
  try {
    const keys = { appKey: 'k', appSecret: 's', accessToken: 't', accessSecret: 'u' }
    const network = openX({ name: 'sandbox', credentials: keys, apiUrl: sandbox.url })
    const store = openStore(join(folder, 'fifty'), { storeId: 'a', now: clock.now })
    await store.bind(sandbox.account.id)
    const texts = Array.from({ length: 50 }, (_, index) => `Post ${index + 1} of 50.`)
    const frozen = texts.map((text, index) => ({ n: index + 1, text, weight: 14, price: 0.015, card: null }))
    const instant = () => clock.now().toISOString()
    const job = { schema: 1, id: 'fifty-k3f9', slug: 'fifty', title: 'Fifty', state: 'posted', at: instant() }
    await store.add({ ...job, approvedAt: instant(), late: 'hold', posts: frozen, history: [] })
    for (const [index, text] of texts.entries()) {
      const intent = { schema: 1, job: job.id, n: index + 1, attempt: 1, at: instant(), nonce: `${index}` }
      await store.intend({ ...intent, textSha256: '0'.repeat(64), replyTo: null, mediaKeys: [] })
      at += 1000
      const { id } = await network.publish({ text, replyTo: null, mediaIds: [] })
      const receipt = { schema: 1, job: job.id, n: index + 1, attempt: 1, at: instant() }
      await store.receive({ ...receipt, outcome: { kind: 'applied', id } })
    }
    let calls = 0
    const counted = {
      ...network,
      timeline: (...asked) => (calls++, network.timeline(...asked)),
      lookup: (...asked) => (calls++, network.lookup(...asked)),
      me: () => (calls++, network.me()),
    }
    const ports = { clock, store, network: () => Promise.resolve(counted), progress: { say: () => undefined } }
    const settings = readSettings({}, { timezone: 'UTC' })
    const perMeasure = []
    while (at < Date.parse('2026-11-23T00:00:00.000Z')) {
      calls = 0
      const samples = await measure({ ...ports, settings, log: silent })
      if (samples.length > 0) perMeasure.push(calls / Math.ceil(samples.length / 50))
      at += 10 * 60_000
    }
    const ledger = await store.ledger()
    const usd = ledger.reduce((sum, line) => sum + line.usd, 0)
    return [
      {
        figure: 'calls to measure 50 live posts (once a day one more, for the followers)',
        measured: median(perMeasure),
        bound: 1,
        unit: '',
      },
      { figure: 'price of measuring 50 live posts for a UTC day', measured: usd, bound: 0.05, unit: ' $' },
    ]
  } finally {
    await sandbox.close()
  }
}

/** Rows of {figure, measured, bound, unit}. */
export async function figures() {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-bench-metrics-'))
  try {
    return [await appending(folder), await scanning(), ...(await reporting(folder)), ...(await measuring(folder))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === '--first-report') console.log(await firstReport(process.argv[3]))
  else console.table(await figures())
}
