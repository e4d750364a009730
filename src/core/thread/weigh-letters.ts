/** What is worth knowing of a text before it is weighed, one bit each. */
export const trait = {
  /** Weighs 2, whatever stands around it. */
  heavy: 1,
  surrogate: 2,
  /** May change when the text is composed. */
  changing: 4,
  /** Joins emoji to one: joiner, selector, keycap, skin tones, the letters of flags and what ends a regional one. */
  joining: 8,
} as const

/** What is found in one pass over a text. */
export interface Survey {
  /** The traits that any of its code units has. */
  readonly traits: number
  /** What its letters weigh one by one. */
  readonly weight: number
}

/** Looks at the code units from `start` to `end`. A surrogate weighs 2, and so does a pair of them. */
export function survey(text: string, start = 0, end = text.length): Survey {
  let traits = 0
  let weight = end - start
  for (let index = start; index < end; index++) {
    const its = traitsOf[text.charCodeAt(index)]!
    traits |= its
    weight += its & trait.heavy
    if ((its & trait.surrogate) !== 0 && index > start && isPair(text, index - 1)) weight -= 2
  }
  return { traits, weight }
}

/** What each code unit weighs, from index 1 on, with room for a sum before it: a pair weighs all it does at its first half. */
export function unitWeights(text: string): Uint32Array {
  const weights = new Uint32Array(text.length + 1)
  for (let index = 0; index < text.length; index++) {
    const second = index > 0 && isPair(text, index - 1)
    weights[index + 1] = second ? 0 : 1 + (traitsOf[text.charCodeAt(index)]! & trait.heavy)
  }
  return weights
}

/** Whether the code units at `index` and after it are the two halves of one letter. */
export function isPair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
}

const traitsOf = new Uint8Array(0x1_00_00)

// Each line overrides those before it. Most alphabets, and the spaces, dashes and quotation marks that go with them, are
// light (source: configuration 3). Large ranges that no normalisation touches do not count as changing; where a letter may
// join the one before it, the later one does.
fill(0, '0-10ff')
fill(trait.changing, '300-390 483-489 530-10ff')
fill(trait.heavy, '1100-ffff')
fill(
  trait.heavy | trait.changing,
  '1100-218f 2329-232a 2adc 2c00-3000 302a-303f 3099-309a 3100-4dff a000-abff d7a4-fe0e fe10-ffff',
)
fill(trait.heavy | trait.changing | trait.surrogate, 'd800-d83b d83f-dbff')
fill(trait.heavy | trait.surrogate, 'd83c-d83e dc00-dfff')
fill(trait.changing, '2000-200c 2032-2037')
fill(0, '2010-201f')
fill(trait.heavy, '2020-2027')
fill(trait.joining, '200d')
fill(trait.heavy | trait.changing | trait.joining, '20e3')
fill(trait.heavy | trait.joining, 'fe0f')
fill(trait.heavy | trait.surrogate | trait.joining, 'dc7f dde6-ddff dffb-dfff')

function fill(traits: number, ranges: string): void {
  for (const range of ranges.split(' ')) {
    const [first = '', last = first] = range.split('-')
    traitsOf.fill(traits, parseInt(first, 16), parseInt(last, 16) + 1)
  }
}
