import { createRequire } from 'node:module'
import type { Shaper } from '../core/card/shaper.ts'

/** Patterns are large, and few cards need them: those of a language are loaded with the first word that is too long. */
const require = createRequire(import.meta.url)
const known = new Map<string, Hyphenate | null>()

type Hyphenate = (word: string, options: { readonly hyphenChar: string }) => string

/** The parts of a word by Liang's algorithm with the patterns of TeX, by hyphen. */
export const syllables: Shaper['syllables'] = (word, language) =>
  hyphenateIn(language)?.(word, { hyphenChar: '\u00ad' }).split('\u00ad') ?? [word]

/** With the patterns of `language`, or else of the language that it is a kind of; null where there are none. */
function hyphenateIn(language: string): Hyphenate | null {
  const tag = language.toLowerCase()
  if (!/^[a-z]{2,3}(?:-[a-z\d]+)*$/.test(tag)) return null
  const found = known.get(tag) ?? load(tag) ?? (tag.includes('-') ? hyphenateIn(tag.replace(/-[^-]*$/, '')) : null)
  known.set(tag, found)
  return found
}

function load(tag: string): Hyphenate | null {
  try {
    return (require(`hyphen/${tag}`) as { readonly hyphenateSync: Hyphenate }).hyphenateSync
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null
    throw cause
  }
}
