/**
 * How well `sentence` would stand as a pull quote, or null where it may not: it leans on the sentence before it, quotes
 * somebody else, leads to a list, or is no sentence. Above 0 is worth a card.
 * Source of the features: Bohn & Ling, "Catching Attention with Automatic Pull Quote Selection", 2020.
 */
export function worthOf(sentence: string): number | null {
  const length = Array.from(sentence).length
  if (length < 40 || length > 300) return null
  if (!/^[\p{Lu}\p{N}“"‘']/u.test(sentence) || !/[.!?…]["”’)]*$/.test(sentence)) return null
  if (leaning.test(sentence) || speech.test(sentence) || unfit.test(sentence)) return null
  if (!/\p{Ll}/u.test(sentence)) return null
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []
  if (words.length < 6) return null
  return traits.reduce(
    (sum, { sign, each, most }) => {
      const count = sentence.match(sign)?.length ?? 0
      const worth = Math.min(Math.abs(most), Math.abs(each) * count)
      return sum + Math.sign(each) * worth
    },
    ofLength(length) + ofPlainness(words),
  )
}

/** First words that point back to what is not on the card. */
const leaning = new RegExp(
  `^["“‘']?(?:${[
    'this|that|these|those|such|it|its|he|she|his|her|hers|him|they|their|theirs|them|here|there|both|neither|either',
    'another|others|one of (?:them|these|those)|some of (?:them|these|those)|the (?:former|latter|same|other|second|third)',
    'however|therefore|thus|hence|moreover|furthermore|also|then|instead|meanwhile|still|otherwise|nevertheless',
    'nonetheless|consequently|accordingly|similarly|likewise|indeed|besides|again|finally|first|second|third|lastly',
    'but|and|so|or|nor|yet|because|which|who|whose|as a result|for (?:example|instance|this|that)|in (?:other words|short)',
    'in (?:addition|contrast|fact|return)|on the other hand|at the same time|either way|(?:from|in|to|for|by|with|under|on|at|after|of) ' +
      '(?:this|that|these|those|such|his|her|their|its|him|them|it|another|the (?:same|other))',
  ].join('|')})\\b(?![-’'])`,
  'iu',
)

/** Five words and more between quotation marks: somebody else says them. */
const speech = /["“][^"”]*(?:\s[^"”\s]+){4,}["”]/

/** Links, mentions, list marks. */
const unfit = /https?:|www\.|\S@\S|[@#]\w|^\p{P}*(?:[•*–-]|\d+[.)])\s/iu

interface Trait {
  readonly sign: RegExp
  readonly each: number
  readonly most: number
}

const traits: readonly Trait[] = [
  {
    sign: /\b(?:not|but|yet|never|nor|only|rather|instead|than|without|no|nothing|cannot|still)\b/giu,
    each: 0.6,
    most: 1.8,
  },
  { sign: /\b(?:we|us|our|you|your|i|my|everyone|nobody|anyone|who)\b/giu, each: 0.5, most: 1.2 },
  {
    sign: /\b(?:truth|power|freedom|liberty|law|rights?|people|trust|time|history|fear|hope|war|peace|justice|nation|memory|duty|honou?r|faith|world|life|death|love|courage|loyalty|promise|question|answer|words?|price|silence|reason|doubt)\b/giu,
    each: 0.4,
    most: 1.6,
  },
  { sign: /[;—]/gu, each: 0.3, most: 0.6 },
  { sign: /\d+/gu, each: -0.8, most: 2.4 },
  {
    sign: /\b(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/giu,
    each: -0.8,
    most: 1.6,
  },
  { sign: /\b(?:said|says|told|according|reported|announced|noted|explained|wrote)\b/giu, each: -1.5, most: 3 },
  // A pronoun or two words that point back, inside the sentence.
  {
    sign: /\b(?:this|these|those) (?:is|was|are|were|will|would|means|as|in|to|and|or)\b|\b(?:of|like) (?:them|these|those)\b/giu,
    each: -1.2,
    most: 2.4,
  },
  { sign: /\b(?:this|that|so)(?=[.,;:!?]| for (?:you|us|me|them))/giu, each: -1.2, most: 1.2 },
  { sign: /[()[\]]/gu, each: -0.75, most: 2.25 },
  { sign: /\b(?:he|she|him|his|hers?|they|them|their)\b/giu, each: -0.3, most: 0.9 },
  { sign: /\b\p{Lu}{2,}\b|\b(?:\p{L}\.){2,}/gu, each: -0.4, most: 1.2 },
  { sign: /,/gu, each: -0.15, most: 0.9 },
  { sign: /\?/gu, each: -0.3, most: 0.6 },
  { sign: /["“”]/gu, each: -0.3, most: 0.9 },
]

/** Best from 70 to 180 characters. */
function ofLength(length: number): number {
  if (length < 70) return 1 - (70 - length) / 30
  return length <= 180 ? 1 : 1 - (length - 180) / 60
}

/** Plain words are short. */
function ofPlainness(words: readonly string[]): number {
  const mean = words.reduce((sum, word) => sum + word.length, 0) / words.length
  return Math.max(-0.8, Math.min(0.8, (4.8 - mean) * 0.6))
}
