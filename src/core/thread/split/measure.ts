import { boundariesIn } from '../../article/sentence/boundaries.ts'
import { weigh, weigher, type Weigher } from '../weigh/weigh.ts'

/** How a network counts the length of a post. */
export type Measure = 'weight' | 'graphemes'

interface Counter {
  /** The length of a whole text. */
  readonly of: (text: string) => number
  /** The lengths of stretches of one text. */
  readonly within: (text: string) => Weigher
}

/** X weighs (280; 25,000 with Premium); other networks count the letters that a reader sees (300, 500). */
export const counters: Readonly<Record<Measure, Counter>> = {
  weight: { of: weigh, within: weigher },
  graphemes: { of: (text) => graphemesIn(text).length, within: graphemesWithin },
}

/** Made at the first need: X counts no graphemes, and making it takes longer than splitting an article. */
let segmenter: Intl.Segmenter | undefined

function graphemesIn(text: string): readonly number[] {
  return boundariesIn(text, (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })))
}

function graphemesWithin(text: string): Weigher {
  const counts = new Uint32Array(text.length + 1)
  for (const index of graphemesIn(text)) counts[index + 1] = 1
  for (let index = 1; index < counts.length; index++) counts[index] = counts[index]! + counts[index - 1]!
  return (start, end) => Math.max(0, counts[end]! - counts[start]!)
}

export interface Measured {
  /** How heavy a post of these words may be. */
  readonly room: number
  /** The weight of a stretch of the article's text. */
  readonly weightOf: Weigher
}
