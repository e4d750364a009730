import type { Problem } from '../problem.ts'
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
    const script = scriptOf(segment)
    if (script !== null) return { kind: 'problem', problem: { code: 'quote-script', ...script } }
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

/** Scripts that people write articles in, and a package of fonts that has each. */
const scripts: readonly (readonly [script: string, letters: RegExp, fonts: string])[] = [
  ['Arabic', /\p{Script=Arabic}/u, '@fontsource/noto-naskh-arabic'],
  ['Armenian', /\p{Script=Armenian}/u, '@fontsource/noto-serif-armenian'],
  ['Bengali', /\p{Script=Bengali}/u, '@fontsource/noto-serif-bengali'],
  ['Chinese or Japanese', /\p{Script=Han}/u, '@fontsource/noto-serif-sc'],
  ['Cyrillic', /\p{Script=Cyrillic}/u, '@fontsource/noto-serif'],
  ['Devanagari', /\p{Script=Devanagari}/u, '@fontsource/noto-serif-devanagari'],
  ['Georgian', /\p{Script=Georgian}/u, '@fontsource/noto-serif-georgian'],
  ['Greek', /\p{Script=Greek}/u, '@fontsource/noto-serif'],
  ['Hebrew', /\p{Script=Hebrew}/u, '@fontsource/noto-serif-hebrew'],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u, '@fontsource/noto-serif-jp'],
  ['Korean', /\p{Script=Hangul}/u, '@fontsource/noto-serif-kr'],
  ['Tamil', /\p{Script=Tamil}/u, '@fontsource/noto-serif-tamil'],
  ['Thai', /\p{Script=Thai}/u, '@fontsource/noto-serif-thai'],
]

function scriptOf(grapheme: string): { readonly script: string; readonly package: string } | null {
  if (emoji.test(grapheme)) return null
  const [script, , fonts] = scripts.find(([, letters]) => letters.test(grapheme)) ?? []
  if (script !== undefined && fonts !== undefined) return { script, package: fonts }
  const foreign = /^(?!\p{Script=Latin})\p{L}/u.test(grapheme)
  return foreign ? { script: `“${grapheme}”`, package: '@fontsource/noto-serif' } : null
}
