import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside, type Ended } from '../../home.ts'

const settings = {
  BROADSIDE_PACE: '0s',
  BROADSIDE_TIMEZONE: 'Europe/Berlin',
  BROADSIDE_SLOTS: 'Mon-Fri 09:00 17:30; Sat 10:00',
}

interface Home {
  readonly home: string
  run(...args: readonly string[]): Promise<Ended>
}

async function aHome(...slugs: readonly string[]): Promise<Home> {
  const home = await aFolder()
  const run = (...args: readonly string[]) => broadside(home, args, settings)
  for (const slug of slugs) {
    await mkdir(join(home, 'posts', slug), { recursive: true })
    await writeFile(join(home, 'posts', slug, 'article.md'), `# On ${slug}\n\nSome words of ${slug} to begin with.\n`)
    await run('draft', slug, '--no-cards')
  }
  return { home, run }
}

function row({ stdout, stderr }: Ended): { id: string; at: string; state: string } {
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as ReturnType<typeof row>
}

/** The one row of a list, as a row. */
function firstOf(ended: Ended): Ended {
  return { ...ended, stdout: JSON.stringify((JSON.parse(ended.stdout) as readonly unknown[])[0]) }
}

/** "Mon 09:00" by the owner's clock. */
function slotOf(at: string): string {
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: settings.BROADSIDE_TIMEZONE,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return shown.format(new Date(at)).replace(',', '')
}

const slots = /^(?:(?:Mon|Tue|Wed|Thu|Fri) (?:09:00|17:30)|Sat 10:00)$/

describe('broadside queue <slug>', () => {
  test('takes the next free slot, and the next piece the one after', async () => {
    const { run } = await aHome('ash', 'birch')
    const [first, second] = [
      row(await run('queue', 'ash', '--yes', '--json')),
      row(await run('queue', 'birch', '--yes', '--json')),
    ]
    expect(slotOf(first.at)).toMatch(slots)
    expect(slotOf(second.at)).toMatch(slots)
    expect(second.at > first.at).toBe(true)
  })

  test('says the time back with its weekday, zone and offset, and shows what is sent and its price', async () => {
    const { run } = await aHome('ash')
    const { stdout } = await run('queue', 'ash', '--yes', '--at', '2099-07-01 09:00')
    expect(stdout).toContain('2 posts, 0 cards, $0.03, for Wed 1 Jul 2099, 09:00 Europe/Berlin (+02:00)')
    expect(stdout).toContain('Some words of ash to begin with.')
  })

  test('tells a time in a gap, another thread near it, and that no slots are set', async () => {
    const { home, run } = await aHome('ash', 'birch')
    const gap = await run('queue', 'ash', '--yes', '--at', '2099-03-29T02:30')
    expect(gap.stderr).toContain('02:30 does not come on Sun 29 Mar 2099')
    const near = await run('queue', 'birch', '--yes', '--at', '2099-03-29T03:30')
    expect(near.stderr).toMatch(/Another thread goes out near it: ash-\w{4}, Sun 29 Mar 2099, 03:00/)
    await run('cancel', /birch-\w{4}/.exec(near.stdout)?.[0] ?? '')
    const none = await broadside(home, ['queue', 'birch', '--yes'], { ...settings, BROADSIDE_SLOTS: '' })
    expect(none.stderr).toContain('no slots are set. Set them with BROADSIDE_SLOTS, or say when with --at')
  })

  test('refuses in a sentence with a remedy, and queues nothing', async () => {
    const { run } = await aHome('ash')
    for (const [args, fact, hint] of [
      [['queue', 'ahs', '--yes'], 'Cannot find the piece "ahs"', 'Did you mean ash?'],
      [['queue', 'ash', '--yes', '--at', 'every Monday'], '“Monday” was understood, “every” was not', 'tomorrow 9am'],
      [['queue', 'ash', '--yes', '--at', '2020-01-01T09:00'], 'that was Wed 1 Jan 2020, 09:00 Europe/Berlin', '"now"'],
      [['queue', 'ash', '--yes', '--late', 'never'], 'there is no such policy', 'hold, publish, next'],
      [['queue', 'ash'], 'Cannot queue without approval', '--yes'],
      [['move', 'ash', 'tomorrow', '9am'], 'Cannot find the job "ash"', 'queue --all'],
    ] as const) {
      const { exitCode, stderr } = await run(...args)
      expect({ args, exitCode, stderr }).toEqual({
        args,
        exitCode: 2,
        stderr: expect.stringContaining(fact) as unknown,
      })
      expect(stderr).toContain(hint)
    }
    expect(JSON.parse((await run('queue', '--json')).stdout)).toEqual([])
  })

  test.each([
    ['BROADSIDE_SLOTS', 'Mno 09:00', 'Cannot read BROADSIDE_SLOTS at “Mno 09:00”: “Mno” is no day.\nDid you mean Mon?'],
    ['BROADSIDE_TIMEZONE', 'Europe/Berln', 'there is no such time zone; did you mean Europe/Berlin?'],
    ['BROADSIDE_TIMEZONE', 'new york', 'did you mean America/New_York?'],
  ])('%s=%s is refused, with where and what was meant', async (name, value, words) => {
    const { exitCode, stderr } = await broadside(await aFolder(), ['queue'], { [name]: value })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(words)
  })
})

describe('what was approved', () => {
  test('is what is sent; queue and status say that the piece says otherwise now, until it is as it was', async () => {
    const { home, run } = await aHome('ash')
    const { id } = row(await run('queue', 'ash', '--yes', '--json'))
    expect(JSON.parse((await run('queue', '--json')).stdout)).toEqual([
      expect.not.objectContaining({ differs: expect.anything() as unknown }),
    ])
    const file = join(home, 'posts', 'ash', 'thread.md')
    const approved = await readFile(file, 'utf8')
    await writeFile(file, approved.replace('to begin with', 'to end with'))
    const words = 'It posts what you approved; now thread.md says otherwise in post 1.'
    expect((await run('status')).stdout).toContain(words)
    expect((await run('queue')).stdout).toContain(`${id}: ${words}`)
    expect(JSON.parse((await run('status', '--json')).stdout)).toMatchObject([
      { differs: expect.stringContaining(words) as unknown },
    ])
    await writeFile(file, approved)
    expect((await run('status')).stdout).not.toContain('approved')
    const other = await broadside(home, ['status'], { ...settings, BROADSIDE_CALL_TO_ACTION: 'Read on' })
    // Queued anew it would freeze what thread.md says, and that keeps its closing.
    expect(other.stdout).not.toContain('now')
  })
})

describe('the same words twice within a day', () => {
  /** A second piece that ends as the first does, in as many posts. */
  async function twoAlike() {
    const { home, run } = await aHome('ash', 'birch')
    for (const slug of ['ash', 'birch']) {
      const file = join(home, 'posts', slug, 'thread.md')
      const thread = await readFile(file, 'utf8')
      await writeFile(file, thread.replace(/\n## closing\n[^]*$|\n## 2\n[^]*$/, '\n## 2\n\nThe end.\n'))
    }
    return { home, run }
  }

  test('are no slot for a piece, and queue says why', async () => {
    const { run } = await twoAlike()
    const first = row(await run('queue', 'ash', '--yes', '--json'))
    const { stdout, stderr } = await run('queue', 'birch', '--yes')
    expect(stderr).toMatch(
      /It takes no slot before \w{3} .+ Europe\/Berlin \(\+0\d:00\): post 2 says the same as post 2 of ash-\w{4}, and X/,
    )
    const second = row(await run('status', /birch-\w{4}/.exec(stdout)?.[0] ?? '', '--json').then(firstOf))
    expect(Date.parse(second.at) - Date.parse(first.at)).toBeGreaterThanOrEqual(24 * 3_600_000)
    expect(slotOf(second.at)).toMatch(slots)
  })

  test('are told where the owner says when, in true words and the owner’s zone', async () => {
    const { run } = await twoAlike()
    const { id } = row(await run('queue', 'ash', '--yes', '--json', '--at', '2099-07-01T09:00'))
    const later = await run('queue', 'birch', '--yes', '--at', '2099-07-01T17:30')
    expect(later.stderr).toContain(
      `Post 2 says the same as post 2 of ${id}, and X refuses the same words twice within a day; the thread waits until ` +
        'Thu 2 Jul 2099, 09:00 Europe/Berlin (+02:00).',
    )
    expect(later.stderr).not.toContain('Cannot')
    const birch = /birch-\w{4}/.exec(later.stdout)?.[0] ?? ''
    const moved = await run('move', birch, '2099-06-30', '18:00')
    expect(moved.stderr).toContain('that thread waits until Wed 1 Jul 2099, 18:00 Europe/Berlin (+02:00).')
    expect((await run('move', birch, '2099-07-03', '18:00')).stderr).not.toContain('says the same')
  })
})

describe('a job', () => {
  test('is known by a beginning that no other has, and answers with its time when it is released', async () => {
    const { run } = await aHome('ash', 'birch')
    const { id } = row(await run('queue', 'ash', '--yes', '--json', '--at', '2099-07-01T09:00'))
    expect((await run('hold', 'ash')).stdout).toContain(`${id}  held`)
    expect((await run('release', id.slice(0, 5))).stdout).toContain('Wed 1 Jul 2099, 09:00 Europe/Berlin (+02:00)')
    expect((await run('cancel', 'ash')).stdout).toContain(`${id}  cancelled`)
    const other = row(await run('queue', 'ash', '--yes', '--json', '--at', '2099-07-02T09:00'))
    const { exitCode, stderr } = await run('hold', 'ash')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Cannot find the job "ash": 2 begin so.')
    for (const name of [id, other.id]) expect(stderr).toContain(name)
    expect((await run('hold', 'ahs')).stderr).toMatch(/Did you mean ash-\w{4} or ash-\w{4}\?/)
  })

  test('alone has no order', async () => {
    const { run } = await aHome()
    expect(await run('reorder', 'ash')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^Cannot change the order of one job: it takes two or more\.\n.+\n$/) as unknown,
    })
  })
})

describe('move, swap and reorder', () => {
  test('say each new time back, and a month that the closing does not name', async () => {
    const { run } = await aHome('ash', 'birch')
    const ash = row(await run('queue', 'ash', '--yes', '--json', '--at', '2099-11-03T09:00'))
    const birch = row(await run('queue', 'birch', '--yes', '--json', '--at', '2099-11-04T09:00'))
    const moved = await run('move', ash.id, '2099-12-01', '18:00')
    expect(moved.stdout).toContain('Tue 1 Dec 2099, 18:00 Europe/Berlin (+01:00)')
    expect(moved.stderr).toContain('it goes out in another month than its closing says')
    const swapped = await run('swap', ash.id, birch.id)
    expect(swapped.stdout).toContain(`${ash.id}  queued`)
    const rows = JSON.parse((await run('queue', '--json')).stdout) as { id: string }[]
    expect(rows.map(({ id }) => id)).toEqual([ash.id, birch.id])
    const ordered = JSON.parse((await run('reorder', birch.id, ash.id, '--json')).stdout) as { id: string }[]
    expect(ordered.map(({ id }) => id)).toEqual([birch.id, ash.id])
    expect(slotOf(row(await run('move', ash.id, 'next', '--json')).at)).toMatch(slots)
  })
})

describe('a job that is over', () => {
  test('is listed for a week, then only with --all and in JSON', async () => {
    const { home, run } = await aHome('ash')
    const { id } = row(await run('queue', 'ash', '--yes', '--json'))
    await run('cancel', id)
    expect((await run('queue')).stdout).toContain(id)
    const file = join(home, 'data', 'jobs', `${id}.json`)
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(/"at": "\d{4}-/g, '"at": "2001-'))
    const listed = await run('queue')
    expect(listed.stdout).not.toContain(id)
    expect(listed.stderr).toContain('1 job that was over a week ago: --all shows them too.')
    expect((await run('status')).stdout).not.toContain(id)
    for (const args of [
      ['queue', '--all'],
      ['status', '--all'],
      ['queue', '--json'],
      ['status', id],
    ]) {
      expect((await run(...args)).stdout).toContain(id)
    }
  })
})
