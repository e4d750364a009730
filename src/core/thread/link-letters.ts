/**
 * What each UTF-16 code unit may be in a link, one bit a role, as twitter-text's patterns have it (they ignore case, so a
 * few letters outside the Latin blocks come along: those whose other case lies inside). Source: twitter-text 3.1.
 */
export const letter = {
  /** May stand in a label of a domain that follows `https://`. */
  domain: 1,
  /** May stand right before a link. */
  before: 2,
  /** May stand in a domain that follows nothing: Latin letters, digits, hyphen. */
  bare: 4,
  path: 8,
  /** May end a path: so that the stop after a link is no part of it. */
  pathEnd: 16,
  query: 32,
  queryEnd: 64,
  /** 0-9 A-Z a-z. */
  alphanumeric: 128,
} as const

const latin =
  'c0-d6 d8-f6 f8-24f 253-254 256-257 259 25b 260 263 268-269 26f 272 275 280 283 288-28c 292 2bb 300-36f 399 3b9 ' +
  '1e00-1eff 1fbe 2c65-2c66 2c7e-2c7f a7dc'
const cyrillic = '400-4ff 1c80-1c87'
const alphanumeric = '30-39 41-5a 61-7a'
const notInDomains =
  '9-d 20-21 23-2f 3a-40 5b-5f 7b-7e 85 a0 61c 1680 180e 2000-200a 200e-200f 2028-202f 205f 2066-2069 3000 feff fffe-ffff'
const notBeforeLinks = '23-24 40 feff ff03 ff20 fffe-ffff'

const roles = new Uint8Array(0x1_00_00).fill(letter.domain | letter.before)
mark(notInDomains, ~letter.domain)
mark(notBeforeLinks, ~letter.before)
mark(latin, letter.bare | letter.path | letter.pathEnd)
mark(cyrillic, letter.path | letter.pathEnd)
mark(alphanumeric, letter.bare | letter.path | letter.pathEnd | letter.query | letter.queryEnd | letter.alphanumeric)
mark(alphanumeric, ~letter.before)
mark('2d', letter.bare)
mark('21 23-27 2a-2f 3a-3b 3d 40 5b 5d 5f 7c 7e 2013', letter.path)
mark('23 2b 2d 2f 3d 5f', letter.pathEnd)
mark('21 23-2f 3a-3b 3d 3f 40 5b 5d 5f 7c 7e', letter.query)
mark('23 26 2d 2f 3d 5f', letter.queryEnd)

/** Whether the code unit of `text` at `index` may play `role`; beyond the text, nothing may. */
export function may(role: number, text: string, index: number): boolean {
  return index >= 0 && index < text.length && (roles[text.charCodeAt(index)]! & role) !== 0
}

/** The end of the stretch from `index` on whose code units may all play `role`. */
export function endOf(role: number, text: string, index: number): number {
  while (may(role, text, index)) index++
  return index
}

/** Gives the ranges a role (a bit), or takes it from them (the bit's complement). */
function mark(ranges: string, role: number): void {
  for (const range of ranges.split(' ')) {
    const [first = '', last = first] = range.split('-')
    for (let unit = parseInt(first, 16); unit <= parseInt(last, 16); unit++) {
      roles[unit] = role < 0 ? roles[unit]! & role : roles[unit]! | role
    }
  }
}
