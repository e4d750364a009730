/** What a field of the front matter may hold: each reads a value as YAML gives it, and gives null for one that is none. */

export function asLine(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const words = String(value).replace(/\s+/g, ' ').trim()
  return words === '' ? null : words
}

export function asLines(value: unknown): readonly string[] | null {
  const all = (Array.isArray(value) ? value : [value]).map(asLine)
  return all.every((one) => one !== null) ? all : null
}

export function asTags(value: unknown): readonly string[] | null {
  const words = typeof value === 'string' ? value.split(/[\s,]+/) : asLines(value)
  return words?.map((word) => word.replace(/^#/, '')).filter((word) => word !== '') ?? null
}

export function asLanguage(value: unknown): string | null {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(String(value))
    languageNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
    return languageNames.of(tag) === undefined ? null : tag
  } catch {
    return null
  }
}

/**
 * Knows which tags are languages: "german" is written as one may be, and is none. Made at the first need: it takes longer
 * than reading an article does.
 */
let languageNames: Intl.DisplayNames | undefined

export function asSwitch(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (/^(?:on|yes)$/i.test(String(value))) return true
  return /^(?:off|no|none)$/i.test(String(value)) ? false : null
}

export function asLink(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) && URL.canParse(value) ? value : null
}

export function asParts(value: unknown): 'headings' | 'none' | number | null {
  const word = String(value).toLowerCase()
  if (word === 'headings' || word === 'none') return word
  return /^[1-9]\d{0,3}$/.test(word) ? Number(word) : null
}

export function asOneOf<T extends string>(choices: readonly T[]): (value: unknown) => T | null {
  return (value) => choices.find((choice) => choice === String(value).toLowerCase()) ?? null
}

export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
