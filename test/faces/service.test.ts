import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../builders.ts'
import { broadside } from '../home.ts'

/** A machine with a systemctl that writes down what it is told, and answers as `answer` has it. */
async function aMachine(answer = 'exit 0') {
  const [home, owner, bin] = await Promise.all([aFolder(), aFolder(), aFolder()])
  const said = join(bin, 'said')
  await writeFile(join(bin, 'systemctl'), `#!/bin/sh\necho "$@" >> '${said}'\n${answer}\n`)
  await chmod(join(bin, 'systemctl'), 0o755)
  const settings = { HOME: owner, PATH: `${bin}:${process.env['PATH']}` }
  const units = join(owner, '.config', 'systemd', 'user')
  return {
    home,
    service: (...args: readonly string[]) => broadside(home, ['service', ...args], settings),
    told: async () => (await readFile(said, 'utf8').catch(() => '')).split('\n').filter((line) => line !== ''),
    units: async () => readdir(units).catch(() => []),
    unit: async () => readFile(join(units, (await readdir(units))[0] ?? ''), 'utf8'),
    spoil: async () => writeFile(join(units, (await readdir(units))[0] ?? ''), 'ExecStart=/gone\n'),
  }
}

describe.skipIf(process.platform !== 'linux')('broadside service', () => {
  test('install writes a unit, has systemd run it, and says what it wrote', async () => {
    const { home, service, told, unit, units } = await aMachine()
    const { exitCode, stdout } = await service('install')
    expect(exitCode).toBe(0)
    const [name = ''] = await units()
    expect(stdout).toContain(name)
    expect(await unit()).toContain(`"--home" "${home}" "start"`)
    expect(await told()).toEqual([`--user daemon-reload`, `--user enable ${name}`, `--user restart ${name}`])
    expect((await service('status')).exitCode).toBe(0)
  })

  test('install anew writes what has changed; status says so before', async () => {
    const { service, spoil, unit } = await aMachine()
    await service('install')
    const before = await unit()
    await spoil()
    const { exitCode, stdout } = await service('status', '--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ state: 'outdated', supervisor: 'systemd' })
    await service('install')
    expect(await unit()).toBe(before)
  })

  test('remove stops it and takes the unit away; a second one finds none', async () => {
    const { service, told, units } = await aMachine()
    await service('install')
    const [name = ''] = await units()
    expect((await service('remove')).exitCode).toBe(0)
    expect(await units()).toEqual([])
    expect(await told()).toContain(`--user disable --now ${name}`)
    expect((await service('remove')).stdout).toContain('There was none')
    expect((await service('status')).exitCode).toBe(1)
  })

  test('--print shows the unit and writes nothing', async () => {
    const { service, told, units } = await aMachine()
    const { exitCode, stdout } = await service('install', '--print')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^\[Unit\]\n/)
    expect(await units()).toEqual([])
    expect(await told()).toEqual([])
  })

  test('says what systemd said where it does not start, and exits with 1', async () => {
    const { service, units } = await aMachine('echo "Failed to connect to bus" >&2; exit 1')
    const { exitCode, stderr } = await service('install')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('Cannot start the service: systemd says: Failed to connect to bus')
    expect(await units()).toHaveLength(1)
    expect(JSON.parse((await service('status', '--json')).stdout)).toMatchObject({ state: 'stopped' })
  })

  test('refuses what it does not know with exit code 2', async () => {
    const { service } = await aMachine()
    const { exitCode, stderr } = await service('instal')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('install, remove, status')
  })

  test('two homes of one name have a unit each', async () => {
    const { home, service, units } = await aMachine()
    await service('install')
    const other = join(home, 'nested', home.split('/').at(-1) ?? '')
    await mkdir(other, { recursive: true })
    expect((await service('--home', other, 'install')).exitCode).toBe(0)
    expect(await units()).toHaveLength(2)
  })
})
