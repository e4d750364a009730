import { checksumOf, readCommit, type Checksum } from './batch.ts'
import { Bytes } from './bytes.ts'
import type { RollUp } from './rollup.ts'
import { Scan } from './scan-lines.ts'

const lineFeed = 10
const commitBegins = new TextEncoder().encode('{"commit":')

/**
 * The roll-up of a file that is exactly as it was written, parsing no more of it than what counts: every batch is vouched
 * for by its checksum, every line is visited, and only a post's newest lines are parsed. The same as `rollUp` gives of
 * the file's records, in a fraction of the time. Null when anything is unusual: then the file is to be decoded with care,
 * which also says what is wrong with it.
 */
export function scanRollUp(file: Uint8Array, checksum: Checksum): RollUp | null {
  const bytes = new Bytes(file)
  const scan = new Scan(bytes)
  const seen = new Set<string>()
  for (let from = 0; from < file.length;) {
    if (file[from] !== lineFeed) return null
    const body = from + 1
    let [at, lines] = [body, 0]
    for (; !bytes.begin(at, commitBegins); lines++) {
      const end = scan.take(at)
      if (end === null) return null
      at = end + 1
    }
    const end = bytes.find(lineFeed, at)
    const line = bytes.text(at, end)
    const commit = readCommit(line)
    if (end === file.length || commit?.count !== lines || seen.has(line)) return null
    if (checksumOf(file.subarray(body, at), checksum) !== commit.crc) return null
    seen.add(line)
    from = end + 1
  }
  return scan.result()
}
