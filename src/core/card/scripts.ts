import type { Direction } from './direction.ts'

/** A script that people write articles in, and how a card is set in it. */
export interface Script {
  readonly name: string
  /** Its place among the scripts that are known; -1 for another. */
  readonly place: number
  readonly letters: RegExp
  /** The npm packages of fonts that have it, the first the one to recommend; none where a card cannot be set in it. */
  readonly packages: readonly string[]
  readonly direction: Direction
  /** How much farther apart its lines stand than those of Latin, whose letters fill less of their height. */
  readonly leading: number
  /** How large it is set beside Latin, so that both look of one size. */
  readonly size: number
}

/** Scripts beyond the fonts of ours, with the signs that are theirs alone. */
const scripts: readonly Script[] = [
  script('Cyrillic', /\p{scx=Cyrillic}/u, ['noto-serif', 'pt-serif', 'lora', 'literata', 'noto-sans']),
  script('Greek', /\p{scx=Greek}/u, ['noto-serif', 'gfs-didot', 'literata', 'noto-sans']),
  script(
    'Arabic',
    /[\p{scx=Arabic}\ufd3e\ufd3f]/u,
    ['noto-naskh-arabic', 'amiri', 'scheherazade-new', 'noto-sans-arabic'],
    {
      direction: 'rtl',
      leading: 1.32,
      size: 1.12,
    },
  ),
  script('Hebrew', /\p{scx=Hebrew}/u, ['noto-serif-hebrew', 'frank-ruhl-libre', 'david-libre', 'noto-sans-hebrew'], {
    direction: 'rtl',
    leading: 1.12,
  }),
  script(
    'Japanese',
    /[\p{scx=Hiragana}\p{scx=Katakana}\u3001\u3002\u300c-\u300f\u30fb\u30fc\uff01\uff08\uff09\uff1f]/u,
    ['noto-serif-jp', 'shippori-mincho', 'sawarabi-mincho', 'noto-sans-jp'],
    { leading: 1.3, size: 0.92 },
  ),
  script(
    'Chinese',
    /\p{scx=Han}/u,
    ['noto-serif-sc', 'noto-serif-tc', 'noto-serif-jp', 'shippori-mincho', 'sawarabi-mincho', 'noto-sans-sc'],
    { leading: 1.3, size: 0.92 },
  ),
  script('Korean', /\p{scx=Hangul}/u, ['noto-serif-kr', 'nanum-myeongjo', 'noto-sans-kr'], {
    leading: 1.25,
    size: 0.94,
  }),
  ...(
    [
      ['Thai', /\p{scx=Thai}/u, 'noto-serif-thai', 1.3],
      ['Lao', /\p{scx=Lao}/u, 'noto-serif-lao', 1.3],
      ['Devanagari', /\p{scx=Devanagari}/u, 'noto-serif-devanagari', 1.3],
      ['Bengali', /\p{scx=Bengali}/u, 'noto-serif-bengali', 1.3],
      ['Tamil', /\p{scx=Tamil}/u, 'noto-serif-tamil', 1.3],
      ['Telugu', /\p{scx=Telugu}/u, 'noto-serif-telugu', 1.4],
      ['Kannada', /\p{scx=Kannada}/u, 'noto-serif-kannada', 1.4],
      ['Malayalam', /\p{scx=Malayalam}/u, 'noto-serif-malayalam', 1.3],
      ['Gujarati', /\p{scx=Gujarati}/u, 'noto-serif-gujarati', 1.3],
      ['Gurmukhi', /\p{scx=Gurmukhi}/u, 'noto-serif-gurmukhi', 1.3],
      ['Sinhala', /\p{scx=Sinhala}/u, 'noto-serif-sinhala', 1.3],
      ['Khmer', /\p{scx=Khmer}/u, 'noto-serif-khmer', 1.5],
      ['Burmese', /\p{scx=Myanmar}/u, 'noto-serif-myanmar', 1.5],
      ['Georgian', /\p{scx=Georgian}/u, 'noto-serif-georgian', 1.1],
      ['Armenian', /\p{scx=Armenian}/u, 'noto-serif-armenian', 1.1],
      ['Ethiopic', /\p{scx=Ethiopic}/u, 'noto-serif-ethiopic', 1.2],
    ] as const
  ).map(([name, letters, font, leading]) => script(name, letters, [font, font.replace('serif', 'sans')], { leading })),
].map((each, place) => ({ ...each, place }))

function script(
  name: string,
  letters: RegExp,
  fonts: readonly string[],
  { direction = 'ltr', leading = 1, size = 1 }: Partial<Pick<Script, 'direction' | 'leading' | 'size'>> = {},
): Script {
  return {
    name,
    place: -1,
    letters,
    packages: fonts.map((font) => `@expo-google-fonts/${font}`),
    direction,
    leading,
    size,
  }
}

/**
 * The script of a letter that no font of ours has, or null where it is no letter or one of Latin.
 * @param text what it stands in: Japanese has the signs of Chinese beside its own
 */
export function scriptOf(grapheme: string, text = grapheme): Script | null {
  const isJapanese = /\p{Script=Han}/u.test(grapheme) && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
  const known = scripts.find(({ letters }) => letters.test(isJapanese ? 'の' : grapheme))
  if (known !== undefined) return known
  const foreign = /^(?!\p{Script=Latin})\p{L}/u.test(grapheme)
  return foreign ? script(`“${grapheme}”`, /(?!)/u, []) : null
}

/** By how much the scripts of `text` need its lines farther apart than Latin does. */
export function leadingFor(text: string): number {
  if (!foreign.test(text)) return 1
  return Math.max(...scripts.map(({ letters, leading }) => (letters.test(text) ? leading : 1)))
}

/** Letters of any script that is neither Latin nor, like a digit, everybody's. */
const foreign = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/u
