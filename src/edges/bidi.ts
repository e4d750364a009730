import { createRequire } from 'node:module'
import type { Shaper } from '../core/card/shaper.ts'

/** Few cards need it, so that it is loaded with the first that does. */
const require = createRequire(import.meta.url)
let algorithm: Algorithm | null = null

interface Algorithm {
  getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { readonly levels: Uint8Array }
}

/** The levels of the Unicode Bidirectional Algorithm, by bidi-js. */
export const levels: Shaper['levels'] = (text, direction) => {
  algorithm ??= (require('bidi-js') as () => Algorithm)()
  return algorithm.getEmbeddingLevels(text, direction).levels
}
