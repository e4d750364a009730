/** The emoji that can be drawn, by what is written for them. */
export interface EmojiSet {
  has(character: string): boolean
}

export const noEmoji: EmojiSet = { has: () => false }

/**
 * Every sign of `text` that may be drawn as an emoji, each once: what {@link EmojiSet} is asked for.
 * @example emojiIn('I ❤️ it 🎉🎉 ©') // ['❤️', '🎉', '©']
 */
export function emojiIn(text: string): readonly string[] {
  if (!mayHoldEmoji(text)) return []
  return [...new Set(graphemesOf(text).filter(mayHoldEmoji))]
}

/** Whether there is anything in `text` that could be drawn in colours: asked first, for most texts have none. */
export function mayHoldEmoji(text: string): boolean {
  return /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u.test(text)
}

/**
 * Whether `grapheme` is drawn as an emoji rather than as text: what is written to be one, and what no font has.
 * @param hasShape whether the fonts of its text have it
 */
export function isEmoji(grapheme: string, emoji: EmojiSet, hasShape: () => boolean): boolean {
  if (!mayHoldEmoji(grapheme) || !emoji.has(grapheme)) return false
  return inColour.test(grapheme) || !hasShape()
}

/** In colour by itself, by the sign that asks for it, by a colour of skin, or because several are joined. */
const inColour =
  /^(?!.*\ufe0e)(?:\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|.*(?:\ufe0f|\u20e3|\u200d|\p{Emoji_Modifier}))/u

export function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
