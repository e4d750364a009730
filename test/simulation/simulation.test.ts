import { describe, expect, test } from 'vitest'
import { mutants } from './mutants.ts'
import { simulate, type Plan } from './simulate.ts'

/** `npm run simulate -- --seed N` sets these: how many seeds are run, and from which on. */
const seeds = Number(process.env['BROADSIDE_SEEDS'] ?? 200)
const first = Number(process.env['BROADSIDE_SEED'] ?? 1)

const configurations = ([1, 2] as const).flatMap((processes) =>
  (['none', 'kill', 'power'] as const).map((crash) => ({ processes, crash })),
)

/** The first seed whose life broke the promise, and how that came about; null when none did. */
async function firstBroken(
  plan: Omit<Plan, 'seed'>,
  { from, count }: { from: number; count: number },
): Promise<string | null> {
  for (let seed = from; seed < from + count; seed++) {
    const { broken } = await simulate({ ...plan, seed })
    if (broken.length === 0) continue
    if (plan.mutant !== undefined) return broken.join('; ')
    const { trace } = await simulate({ ...plan, seed, keepsTrace: true })
    return `${broken.join('; ')}\nHave it again: npm run simulate -- --seed ${seed}\n${trace.join('\n')}`
  }
  return null
}

describe('the promise of publishing holds, on a disk and an X at their worst', () => {
  test.each(configurations)(
    'with $processes process(es), going down by: $crash',
    { timeout: 3_600_000 },
    async (plan) => {
      expect(await firstBroken(plan, { from: first, count: seeds })).toBeNull()
    },
  )

  test.each(configurations.filter(({ crash }) => crash !== 'none'))(
    'with $processes process(es) and a $crash at every step there is, before its effect and after it',
    { timeout: 600_000 },
    async ({ processes, crash }) => {
      if (crash === 'none') return
      const calm: Plan = { seed: 1, processes, crash, calm: true }
      const { steps } = await simulate({ ...calm, crash: 'none' })
      for (let at = 1; at <= steps; at++) {
        for (const effect of ['before', 'after'] as const) {
          const { broken } = await simulate({ ...calm, crashAt: { at, kind: crash, effect } })
          expect(broken, `${crash} at step ${at}, ${effect} its effect`).toEqual([])
        }
      }
    },
  )
})

describe('the simulation catches', () => {
  test.each(Object.entries(mutants))('%s', { timeout: 600_000 }, async (_, mutant) => {
    for (let from = 1; from < 2_000; from += 10) {
      for (const plan of configurations) {
        if ((await firstBroken({ ...plan, mutant }, { from, count: 10 })) !== null) return
      }
    }
    throw new Error('no seed caught it: the simulation proves nothing about it')
  })
})
