import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside } from '../../home.ts'

describe('broadside', () => {
  test('alone and with "help" shows what there is, and "help draft" that of a command', async () => {
    const home = await aFolder()
    const help = await broadside(home, ['--help'])
    expect(help.stdout).toContain('Usage: broadside [options] [command]')
    for (const args of [[], ['help']]) expect(await broadside(home, args)).toEqual({ ...help, stderr: '' })
    expect(await broadside(home, ['help', 'draft'])).toEqual(await broadside(home, ['draft', '--help']))
  })

  test('tick says without a terminal what it is posting, on standard error', async () => {
    const home = await aFolder()
    await mkdir(join(home, 'posts', 'piece'), { recursive: true })
    await writeFile(join(home, 'posts', 'piece', 'article.md'), 'A title\n\nOne sentence. Another sentence.\n')
    await broadside(home, ['draft', 'piece'])
    await broadside(home, ['queue', 'piece', '--yes'])
    const { stdout, stderr } = await broadside(home, ['tick'], { BROADSIDE_PACE: '0s' })
    expect(stdout).toContain('posted')
    expect(stderr.match(/1 of 2/g)).toHaveLength(1)
    expect(stderr).not.toContain('2 of 2')
  })

  test('card says where a colour that was asked for is nowhere to be seen', async () => {
    const home = await aFolder()
    const card = async (quote: string) => broadside(home, ['card', quote, '--theme', 'plain', '--colour', '#b1201c'])
    expect((await card('Some words.')).stderr).toContain('The theme plain shows your colour in emphasised words alone')
    expect((await card('Some ==words==.')).stderr).not.toContain('colour')
  })
})
