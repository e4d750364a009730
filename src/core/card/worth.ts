import { isDangling } from './dangling.ts'

/**
 * How well `sentence` would stand as a pull quote, or null where it may not: it leans on the sentence before it, quotes
 * somebody else, asks what others answer, leads to a list, or is no sentence. Above 0 is worth a card.
 * Source of the features: Bohn & Ling, "Catching Attention with Automatic Pull Quote Selection", 2020.
 */
export function worthOf(sentence: string): number | null {
  const length = Array.from(sentence).length
  if (length < 40 || length > 300) return null
  if (!/^[\p{Lu}\p{N}“"‘']/u.test(sentence) || !/[.!…]["”’)]*$/.test(sentence)) return null
  if (isDangling(sentence) || speech.test(sentence) || unfit.test(sentence) || !isBalanced(sentence)) return null
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

/** Five words and more between quotation marks: somebody else says them. */
const speech = /["“][^"”]*(?:\s[^"”\s]+){4,}["”]/

/** Links, mentions, list marks, marks of footnotes. */
const unfit =
  /https?:|www\.|\b[\w-]+\.(?:com|org|net|edu|gov|io)\b|\S@\S|[@#]\w|^\p{P}*(?:[•*–-]|\d+[.)])\s|\[[^\]]*\]|[¹²³⁰⁴-⁹†‡]/iu

/** Whether every quotation mark and bracket that opens is closed. */
function isBalanced(sentence: string): boolean {
  const count = (sign: RegExp): number => sentence.match(sign)?.length ?? 0
  return count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0 && count(/\(/g) === count(/\)/g)
}

interface Trait {
  readonly sign: RegExp
  readonly each: number
  readonly most: number
}

const traits: readonly Trait[] = [
  {
    sign: /\b(?:not|but|yet|never|nor|only|rather|instead|than|without|no|nothing|cannot|still|the (?:more|less|fewer))\b/giu,
    each: 0.6,
    most: 1.8,
  },
  { sign: /\b(?:we|us|our|you|your|i|my|everyone|nobody|anyone|who)\b/giu, each: 0.5, most: 1.2 },
  {
    sign: /\b(?:truth|power|freedom|liberty|law|rights?|people|trust|time|history|fear|hope|war|peace|justice|nation|memory|duty|honou?r|faith|world|life|death|love|courage|loyalty|promise|question|answer|words?|price|silence|reason|doubt|attention|gratitude|respect|knowledge|mind|money|work|art|science|beauty|lies?|failure|victory|defeat|democracy|society|future|past)\b/giu,
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
  {
    sign: /\b(?:said|says|told|according|reported|announced|noted|explained|wrote|argued?|argues|warned|warns|claims?|claimed|pushed back)\b/giu,
    each: -1.5,
    most: 3,
  },
  // A pronoun or two words that point back, inside the sentence.
  {
    sign: /\b(?:this|these|those) (?:is|was|are|were|will|would|means|as|in|to|and|or)\b|\b(?:of|like) (?:them|these|those)\b/giu,
    each: -1.2,
    most: 2.4,
  },
  { sign: /\b(?:this|that|so)(?=[.,;:!?]| for (?:you|us|me|them))/giu, each: -1.2, most: 1.2 },
  { sign: /\b(?:also|too|as well)\b(?! (?:many|much|few|little|late|soon))/giu, each: -0.6, most: 0.6 },
  { sign: /[()[\]]/gu, each: -0.75, most: 2.25 },
  { sign: /\b(?:he|she|him|his|hers?|they|them|their)\b/giu, each: -0.2, most: 0.6 },
  { sign: /\b\p{Lu}{2,}\b|\b(?:\p{L}\.){2,}/gu, each: -0.4, most: 1.2 },
  // What happened once, and to whom, makes a story; what holds makes a quote.
  { sign: /\b(?:was|were|had|did)\b/giu, each: -0.25, most: 0.75 },
  { sign: /(?<=[\p{L},;] )\p{Lu}\p{Ll}+/gu, each: -0.1, most: 0.4 },
  { sign: /\b(?:these|those) (?!who\b|that\b|which\b|of\b)\p{L}+/giu, each: -1.2, most: 1.2 },
  { sign: /,/gu, each: -0.15, most: 0.9 },
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
