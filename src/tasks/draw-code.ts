import type { CodeCard } from '../core/article/article.ts'
import type { Problem } from '../core/problem.ts'
import { digestOf } from '../core/thread/file/lines.ts'
import type { PlacedPicture } from '../core/thread/place-images.ts'
import { type DrawingNeeds, type Subject, takePen } from './take-pen.ts'

/** Blocks of code drawn: the cards with their places in the article, and their files. */
export interface DrawnCode {
  readonly pictures: readonly PlacedPicture[]
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly problems: readonly Problem[]
}

/** Draws blocks of code, each on as many cards as it needs; one that cannot be drawn is a problem. */
export async function drawCode(
  code: readonly CodeCard[],
  { taken, ...subject }: Subject & { /** Names of files that other pictures have. */ readonly taken: Iterable<string> },
  ports: DrawingNeeds,
): Promise<DrawnCode> {
  const files = new Map<string, Uint8Array>()
  if (code.length === 0) return { pictures: [], files, problems: [] }
  ports.progress.say(`drawing ${code.length} ${code.length === 1 ? 'block' : 'blocks'} of code`)
  const pen = await takePen(subject, ports)
  const names = new Set(taken)
  const pictures: PlacedPicture[] = []
  const problems = [...pen.problems]
  for (const block of code) {
    const cards = await pen.drawCode(block)
    if ('kind' in cards) {
      problems.push(cards.problem)
      continue
    }
    for (const { bytes, type, alt } of cards) {
      const source = freeName(subject.part?.n ?? null, type, names)
      names.add(source)
      files.set(source, bytes)
      pictures.push({ source, alt, at: block.at, drawn: digestOf(block.code) })
    }
  }
  return { pictures, files, problems }
}

/** The first of code-1.png, code-2.png … that is free; of a series code-2-1.png. */
function freeName(part: number | null, type: string, names: ReadonlySet<string>): string {
  const thread = part === null ? '' : `${part}-`
  for (let n = 1; ; n++) {
    const file = `code-${thread}${n}.${type === 'image/jpeg' ? 'jpg' : 'png'}`
    if (!names.has(file)) return file
  }
}
