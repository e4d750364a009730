/** The signs around what is quoted, and around what is quoted within it. */
export interface Marks {
  readonly open: string
  readonly close: string
  readonly innerOpen: string
  readonly innerClose: string
}

/**
 * The quotation marks that printers of `language`, a BCP 47 tag, use; of a language that is not known, the English ones.
 * @example marksOf('de-AT').open // '„'
 */
export function marksOf(language: string): Marks {
  const tag = language.toLowerCase()
  const [primary = ''] = tag.split('-')
  return marks[tag] ?? marks[tag.split('-').slice(0, 2).join('-')] ?? marks[primary] ?? english
}

/**
 * The marks that stand around the whole of `text` already; null where there are none. English ones are on every keyboard, so
 * that they say no more than that `usual` ones are wanted.
 */
export function marksAround(text: string, usual: Marks): Marks | null {
  const [, open = '', within = '', close = ''] = /^([“„«»”「])(.*)([”“»«」])$/u.exec(text) ?? []
  if (open === '' || within.includes(open) || within.includes(close)) return null
  if (open === '“' && close === '”') return usual
  if (open === usual.open.trim() && close === usual.close.trim()) return usual
  const [before, after] = /^\s/.test(within) ? ['\u202f', '\u202f'] : ['', '']
  return Object.values(marks).find((each) => each.open === open + before && each.close === after + close) ?? null
}

/** The language that `text` is most likely in, by its letters alone. */
export function languageOf(text: string): string {
  return byLetters.find(([letters]) => letters.test(text))?.[1] ?? 'en'
}

const byLetters: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/[іїєґ]/iu, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Thai}/u, 'th'],
]

/** Each the opening and the closing mark, and those within; a French guillemet stands off its words. */
const pairs = {
  english: ['“', '”', '‘', '’'],
  german: ['„', '“', '‚', '‘'],
  polish: ['„', '”', '«', '»'],
  croatian: ['„', '”', '‚', '’'],
  french: ['«\u202f', '\u202f»', '“', '”'],
  spanish: ['«', '»', '“', '”'],
  russian: ['«', '»', '„', '“'],
  swiss: ['«', '»', '‹', '›'],
  norwegian: ['«', '»', '‘', '’'],
  danish: ['»', '«', '›', '‹'],
  swedish: ['”', '”', '’', '’'],
  japanese: ['「', '」', '『', '』'],
} as const

const speakers: Readonly<Record<keyof typeof pairs, string>> = {
  english: 'en nl pt tr vi th hi bn ta ko zh id ms',
  german: 'de cs sk sl bg is lt ka sq mk',
  polish: 'pl ro et lv hu',
  croatian: 'hr sr bs',
  french: 'fr',
  spanish: 'es it ca gl eu el ar hy pt-pt',
  russian: 'ru uk be kk',
  swiss: 'de-ch fr-ch it-ch rm fa',
  norwegian: 'no nb nn',
  danish: 'da',
  swedish: 'sv fi he',
  japanese: 'ja zh-tw zh-hk zh-hant',
}

const marks: Readonly<Record<string, Marks>> = Object.fromEntries(
  Object.entries(speakers).flatMap(([kind, languages]) => {
    const [open, close, innerOpen, innerClose] = pairs[kind as keyof typeof pairs]
    return languages.split(' ').map((language) => [language, { open, close, innerOpen, innerClose }])
  }),
)

const english: Marks = marksOf('en')
