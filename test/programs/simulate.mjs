// Runs the simulation: `npm run simulate -- --seed 7` replays one seed and tells what happened where it breaks the promise;
// `npm run simulate -- --seeds 20000 [--from 1]` runs that many.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
  },
})
const env = {
  ...process.env,
  BROADSIDE_SEED: values.seed ?? values.from,
  BROADSIDE_SEEDS: values.seed === undefined ? values.seeds : '1',
}
const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const args = [vitest, 'run', 'test/simulation/simulation.test.ts', '--testNamePattern', 'going down by']
process.exitCode = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
