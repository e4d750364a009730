import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ground } from '../../ports.ts'

/** Looks at the disk below a home, and writes nothing. */
export async function lookAtGround(home: string): Promise<Ground> {
  const data = join(home, 'data')
  const [free, store, settings] = await Promise.all([freeBytes(home), modeOf(data), modeOf(join(home, '.env'))])
  const isWritable = await access(store === null ? home : data, constants.W_OK).then(
    () => true,
    () => false,
  )
  // Windows tells no modes: whose a file is stands elsewhere there.
  const isOpen = (mode: number | null) => process.platform !== 'win32' && mode !== null && (mode & 0o077) !== 0
  return {
    data,
    free,
    hasStore: store !== null,
    isWritable,
    opens: { data: isOpen(store), settings: isOpen(settings) },
  }
}

async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}

async function modeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mode }) => mode,
    () => null,
  )
}
