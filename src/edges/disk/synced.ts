import { realpath, statfs } from 'node:fs/promises'

/** Folders in which a program copies files elsewhere and back, by how a part of their path is called. */
const folders: readonly (readonly [RegExp, string])[] = [
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(onedrive( - .+)?)$/i, 'OneDrive'],
  [/^(icloud drive|com~apple~clouddocs|mobile documents)$/i, 'iCloud Drive'],
  [/^(google ?drive|googledrive-.+|my drive)$/i, 'Google Drive'],
  [/^(nextcloud|owncloud)$/i, 'Nextcloud'],
]

/** File systems that live on another machine, by the number that Linux gives them. */
const remote: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x65735546, 'FUSE'],
])

/** What copies the files in `folder` elsewhere while they are written, or keeps them elsewhere; null: nothing known. */
export async function syncedBy(folder: string): Promise<string | null> {
  const path = await realpath(folder).catch(() => folder)
  return syncedFolder(path) ?? remoteName(path)
}

/** What copies a path elsewhere, told by its names alone. */
export function syncedFolder(path: string): string | null {
  const parts = path.split(/[/\\]/)
  return folders.find(([name]) => parts.some((part) => name.test(part)))?.[1] ?? null
}

async function remoteName(path: string): Promise<string | null> {
  if (process.platform !== 'linux') return null
  const type = await statfs(path).then(
    (about) => about.type >>> 0,
    () => 0,
  )
  return remote.get(type) ?? null
}
