// The long proof that no post is lost or sent twice. Each option runs a part of it, and as long as it says:
//   npm run simulate -- --seed 7                    one seed again; tells what happened where it breaks the promise
//   npm run simulate -- --seeds 20000 [--from 1]    that many, in each of six configurations
//   npm run simulate -- --kills 300                 real processes, killed in the middle of a thread
//   npm run simulate -- --rounds 50                 two to four real processes that start at once
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const text = { type: 'string' }
const { values } = parseArgs({ options: { seed: text, seeds: text, from: text, kills: text, rounds: text } })
const { seed, seeds = seed === undefined ? '2000' : '1', from = seed ?? '1', kills, rounds } = values
const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))

/** Runs one test of one file with these settings. */
function run(file, name, settings) {
  const args = [vitest, 'run', `test/simulation/${file}.test.ts`, '--testNamePattern', name]
  const env = { ...process.env, ...settings }
  process.exitCode ||= spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}

const isLives = values.seed !== undefined || values.seeds !== undefined || (kills ?? rounds) === undefined
if (isLives) run('simulation', 'going down by', { BROADSIDE_SEED: from, BROADSIDE_SEEDS: seeds })
if (kills !== undefined) run('kill', 'exactly once', { BROADSIDE_KILLS: kills })
if (rounds !== undefined) run('starts', 'at once', { BROADSIDE_ROUNDS: rounds })
