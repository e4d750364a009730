import type { Problem } from '../problem.ts'
import { scriptOf } from './scripts.ts'
import type { Shaper } from './shaper.ts'
import { asDrawn } from './wording.ts'

export type Legible =
  | { readonly kind: 'legible'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** What to draw `text` in, and where signs without a shape in those fonts (emoji, mostly) may be left out. */
export interface Legibility {
  readonly fonts: readonly string[]
  /** `edges`: only where they stand outside a sentence, so that no word loses its meaning. */
  readonly leaveOut: 'anywhere' | 'edges'
}

/**
 * `text` as these fonts can draw it, or what they lack: letters of another script, or a sign within a sentence.
 * @example legible('We won! 🎉', …) // { kind: 'legible', text: 'We won!' }
 */
export function legible(text: string, { fonts, leaveOut }: Legibility, shaper: Shaper): Legible {
  const hasShape = (part: string): boolean => fonts.every((font) => shaper.covers(font, asDrawn(part)))
  if (hasShape(text)) return { kind: 'legible', text }
  let kept = ''
  let offset = 0
  for (const { segment } of graphemes.segment(text)) {
    offset += segment.length
    const bare = segment.replace(joiners, '')
    if (hasShape(bare)) {
      kept += bare
      continue
    }
    const script = emoji.test(segment) ? null : scriptOf(segment)
    if (script !== null)
      return { kind: 'problem', problem: { code: 'quote-script', script: script.name, package: script.fonts } }
    const outside = sentenceEnd.test(kept) || !letter.test(text.slice(offset))
    const needed = letter.test(segment) && !emoji.test(segment)
    if (needed || (leaveOut === 'edges' && !outside))
      return { kind: 'problem', problem: { code: 'quote-sign', sign: segment } }
  }
  return { kind: 'legible', text: kept.replace(/\s+(?=[\s.,;:!?…]|$)/g, '').trim() }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const joiners = /\u200c|\u200d|\p{Variation_Selector}/gu
const letter = /[\p{L}\p{N}]/u
const emoji = /\p{Extended_Pictographic}|\u20e3/u
/** Nothing yet, or the end of a sentence. */
const sentenceEnd = /^[^\p{L}\p{N}]*$|[.!?…]["'”’)\]=]*\s*$/u
