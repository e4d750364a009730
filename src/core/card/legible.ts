import type { Problem } from '../problem.ts'
import { graphemesOf, isEmoji, mayHoldEmoji } from './emoji.ts'
import { scriptOf } from './scripts.ts'
import type { Setter } from './stretch.ts'
import { asDrawn } from './wording.ts'

export type Legible =
  | { readonly kind: 'legible'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** What to draw `text` in, and where signs without a shape (emoji that cannot be drawn, mostly) may be left out. */
export interface Legibility {
  readonly fonts: readonly string[]
  /** `edges`: only where they stand outside a sentence, so that no word loses its meaning. */
  readonly leaveOut: 'anywhere' | 'edges'
}

/**
 * `text` as these fonts and emoji can draw it, or what they lack: letters of another script, or a sign within a sentence.
 * @example legible('We won! 🎉', …) // { kind: 'legible', text: 'We won! 🎉' }
 */
export function legible(text: string, { fonts, leaveOut }: Legibility, { shaper, emoji }: Setter): Legible {
  const hasShape = (part: string): boolean => fonts.every((font) => shaper.covers(font, asDrawn(part)))
  if (!mayHoldEmoji(text) && hasShape(text)) return { kind: 'legible', text }
  let kept = ''
  let offset = 0
  for (const grapheme of graphemesOf(text)) {
    offset += grapheme.length
    const bare = grapheme.replace(joiners, '')
    const isCovered = (): boolean => hasShape(bare)
    if (isEmoji(grapheme, emoji, isCovered) || (hasShape(grapheme) && !/\ufe0f/.test(grapheme))) {
      kept += grapheme
      continue
    }
    if (isCovered()) {
      kept += bare
      continue
    }
    const sign = mayHoldEmoji(grapheme)
    const script = sign ? null : scriptOf(grapheme, text)
    if (script !== null) {
      const [name = null] = script.packages
      return { kind: 'problem', problem: { code: 'quote-script', script: script.name, package: name } }
    }
    const outside = sentenceEnd.test(kept) || !letter.test(text.slice(offset))
    const needed = letter.test(grapheme) && !sign
    if (needed || (leaveOut === 'edges' && !outside)) {
      return { kind: 'problem', problem: { code: 'quote-sign', sign: grapheme } }
    }
  }
  if (kept === text) return { kind: 'legible', text }
  return { kind: 'legible', text: kept.replace(/ +(?=[\s.,;:!?…]|$)/g, '').trim() }
}

const joiners = /\u200c|\u200d|\p{Variation_Selector}/gu
const letter = /[\p{L}\p{N}]/u
/** Nothing yet, or the end of a sentence. */
const sentenceEnd = /^[^\p{L}\p{N}]*$|[.!?…]["'”’)\]=]*\s*$/u
