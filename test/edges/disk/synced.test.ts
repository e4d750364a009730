import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { syncedBy, syncedFolder } from '../../../src/edges/disk/synced.ts'
import { aFolder } from '../../builders.ts'

test.each([
  ['/home/me/Dropbox/blog/data', 'Dropbox'],
  ['/home/me/Dropbox (Personal)/blog', 'Dropbox'],
  ['C:\\Users\\me\\OneDrive - Work\\blog', 'OneDrive'],
  ['/Users/me/Library/Mobile Documents/com~apple~CloudDocs/blog', 'iCloud Drive'],
  ['/Users/me/Library/CloudStorage/GoogleDrive-me@example.org/My Drive/blog', 'Google Drive'],
  ['/home/me/blog/data', null],
  ['/home/me/about-dropbox/data', null],
])('syncedFolder() knows %s', (path, name) => expect(syncedFolder(path)).toBe(name))

test('syncedBy() looks behind a link, and finds nothing wrong with a folder of this machine', async () => {
  const home = await aFolder()
  expect(await syncedBy(home)).toBeNull()
  await mkdir(join(home, 'Dropbox', 'blog'), { recursive: true })
  expect(await syncedBy(join(home, 'Dropbox', 'blog'))).toBe('Dropbox')
})
