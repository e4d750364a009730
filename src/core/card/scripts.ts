/** A script that people write articles in, and the npm package of a font that has it. */
export interface Script {
  readonly name: string
  readonly letters: RegExp
  /** Null where a card cannot be set in it whatever is installed. */
  readonly fonts: string | null
}

/** Scripts beyond the fonts of ours. Those that run from right to left, and those not tried, have no font. */
const scripts: readonly Script[] = [
  { name: 'Cyrillic', letters: /\p{Script=Cyrillic}/u, fonts: '@expo-google-fonts/noto-serif' },
  { name: 'Greek', letters: /\p{Script=Greek}/u, fonts: '@expo-google-fonts/noto-serif' },
  {
    name: 'Japanese',
    letters: /[\p{Script=Hiragana}\p{Script=Katakana}\u3001\u3002\u300c-\u300f\u30fb\u30fc\uff01\uff08\uff09\uff1f]/u,
    fonts: '@expo-google-fonts/noto-serif-jp',
  },
  { name: 'Chinese or Japanese', letters: /\p{Script=Han}/u, fonts: '@expo-google-fonts/noto-serif-jp' },
  { name: 'Korean', letters: /\p{Script=Hangul}/u, fonts: '@expo-google-fonts/noto-serif-kr' },
  { name: 'Arabic', letters: /\p{Script=Arabic}/u, fonts: null },
  { name: 'Hebrew', letters: /\p{Script=Hebrew}/u, fonts: null },
]

/** The script of a letter that no font of ours has, or null where it is no letter or one of Latin. */
export function scriptOf(grapheme: string): Script | null {
  const known = scripts.find(({ letters }) => letters.test(grapheme))
  if (known !== undefined) return known
  const foreign = /^(?!\p{Script=Latin})\p{L}/u.test(grapheme)
  return foreign ? { name: `“${grapheme}”`, letters: /(?!)/u, fonts: null } : null
}
