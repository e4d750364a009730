import type { BlockKind, Dropped } from './article.ts'
import type { FoundImage, Passage } from './passage.ts'
import type { ComposedBlock } from './plain-text.ts'

/** Something with a line of the source that goes with some words of the text. */
interface Lined {
  readonly line: number
}

/** Puts each picture where the block begins that holds its line or follows it; below the last block, where that begins. */
export function beforeWords<T extends Lined>(
  pictures: readonly T[],
  blocks: readonly ComposedBlock[],
): readonly (T & { readonly at: number })[] {
  const words = worded(blocks)
  return pictures.map((picture) => {
    const block = words[firstFrom(words, picture.line)] ?? words.at(-1)
    return { ...picture, at: block?.span.start ?? 0 }
  })
}

/** Puts each picture on the last letter of the words above it; above the first block, on its first. */
export function behindWords<T extends Lined>(
  pictures: readonly T[],
  blocks: readonly ComposedBlock[],
): readonly (T & { readonly at: number })[] {
  const words = worded(blocks)
  return pictures.map((picture) => {
    const block = words[firstFrom(words, picture.line) - 1]
    return { ...picture, at: block === undefined ? 0 : block.span.end - 1 }
  })
}

function worded<T extends { readonly kind: BlockKind; readonly line: number }>(blocks: readonly T[]): readonly T[] {
  return blocks.filter(({ kind }) => kind !== 'hard-break').toSorted((a, b) => a.line - b.line)
}

/** The index of the first that ends on `line` or below it. */
function firstFrom(all: readonly { readonly lastLine: number }[], line: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.lastLine ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

/** The images that stand among what is kept: a face beside a reader's comment, or the picture on a button, does not. */
export function withoutFurniture(
  images: readonly FoundImage[],
  passages: readonly Passage[],
  kept: ReadonlySet<Passage>,
): { readonly images: readonly FoundImage[]; readonly dropped: readonly Dropped[] } {
  const words = worded(passages)
  const isKept = (passage: Passage | undefined): boolean => passage !== undefined && kept.has(passage)
  const [own, other]: [FoundImage[], FoundImage[]] = [[], []]
  for (const image of images) {
    const index = firstFrom(words, image.line)
    const [above, below] = [words[index - 1], words[index]]
    const isInside = below !== undefined && below.line <= image.line
    const stays = isInside ? isKept(below) : above === undefined || isKept(above) || isKept(below)
    ;(stays ? own : other).push(image)
  }
  const why = 'furniture: an image that the blog shows around the article'
  return { images: own, dropped: other.map(({ source, alt }) => ({ text: `![${alt}](${source})`, why })) }
}
