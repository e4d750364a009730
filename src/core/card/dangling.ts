/**
 * Whether `sentence` speaks of something that stands outside it: it begins with a word that points back, or a pronoun in it
 * has nothing before it that it could stand for.
 * @example isDangling('You cannot save it up, and you cannot borrow it.') // true
 * @example isDangling('A promise is kept only if it is remembered.') // false
 */
export function isDangling(sentence: string): boolean {
  return (
    beginnings.test(sentence) || places.test(sentence) || pronounsOf(sentence).some((one) => isAlone(sentence, one))
  )
}

/** First words that point back to what is not on the card. */
const beginnings = new RegExp(
  `^["“‘']?(?:${[
    'this|that|these|those|such|it|its|he|she|his|her|hers|him|they|their|theirs|them|here|there|both|neither|either',
    'another|others|one of (?:them|these|those)|some of (?:them|these|those)|the (?:former|latter|same|other|second|third)',
    '(?:none|one|some|most|all|each|any) of the (?:two|three|four|five|six)',
    'however|therefore|thus|hence|moreover|furthermore|also|then|instead|meanwhile|still|otherwise|nevertheless',
    'nonetheless|consequently|accordingly|similarly|likewise|indeed|besides|again|finally|first|second|third|lastly',
    'but|and|so|or|nor|yet|because|which|who|whose|as a result|for (?:example|instance|this|that)|in (?:other words|short)',
    'in (?:addition|contrast|fact|return)|on the other hand|at the same time|either way|(?:from|in|to|for|by|with|under|on|at|after|of) ' +
      '(?:this|that|these|those|such|his|her|their|its|him|them|it|another|the (?:same|other))',
  ].join('|')})\\b(?![-’'])`,
  'iu',
)

/** Words that point to a place in the article, or to things that it named before. */
const places =
  /\b(?:quoted|mentioned|described|named|shown|said|stated|as) (?:above|below|earlier)\b|\b(?:see|figure|table) \d|\bwere such\b|^(?:[\p{L}-]+ ){1,4}(?:of|in|about|for|with) (?:it|them)\b/iu

interface Pronoun {
  readonly word: string
  readonly at: number
}

function pronounsOf(sentence: string): readonly Pronoun[] {
  return [...sentence.matchAll(/\b(?:it|its|he|she|him|his|they|them|their)\b(?![’'])/giu)].map((match) => ({
    word: match[0].toLowerCase(),
    at: match.index,
  }))
}

function isAlone(sentence: string, { word, at }: Pronoun): boolean {
  const before = sentence.slice(0, at)
  if (word === 'it' && impersonal.test(sentence.slice(at))) return false
  if (word === 'it' || word === 'its')
    return !(singular.test(before) || /\bwhatever\b/i.test(before) || topic(before) || name.test(before))
  const isObject = word === 'him' || word === 'them'
  if (!isObject && someone.test(before)) return false
  if (word.startsWith('the')) return !(plural.test(before) || topic(before) || hasNames(before))
  return !(singular.test(before) || name.test(before))
}

/** "It takes a fool to …", "it is said that …": the pronoun stands for nothing. */
const impersonal = /^it (?:is|was|takes|took|seems|would|will|may|costs?)\b[^.;:]{0,50}\b(?:to|that|how|if|when)\b/iu
const determined = "\\b(?:an?|the|my|your|our|every|each|no|some|any|one|another|[\\p{L}]+[’']s)\\s+"
/** A noun that is no plural, as far as its end tells. */
const singular = new RegExp(`${determined}(?:[\\p{L}-]*(?:[^s\\s]|ss|us|is)\\b)`, 'iu')
const plural = new RegExp(`\\b[\\p{L}-]{3,}[^s’'\\s]s\\b|\\b(?:people|children|men|women|${determined}few)\\b`, 'iu')
const someone = /\b(?:nobody|no one|everybody|everyone|somebody|someone|anybody|anyone|whoever|who)\b/iu
const name = /(?<=[^\s.!?]\s)\p{Lu}[\p{L}’-]+/u

function hasNames(before: string): boolean {
  return new RegExp(`${name.source}.*\\band\\b.*\\p{Lu}|^\\p{Lu}\\p{L}+ and`, 'u').test(before)
}

/** A sentence may begin with what it is about, without an article: "Gratitude is …", "To give way is …". */
function topic(before: string): boolean {
  const [first = ''] = /^["“‘']?[\p{L}-]+/u.exec(before) ?? []
  return first !== '' && !openers.has(first.replace(/^["“‘']/, '').toLowerCase())
}

const openers: ReadonlySet<string> = new Set(
  (
    'i you we he she it they who what when where why how if in on at of for from by with without as since while though ' +
    'although after before until once never always often sometimes now today nobody nothing everyone everybody someone ' +
    'somebody anyone not only even just all most some many few consider think take let do does did can could may might must ' +
    'will would should is are was were the a an my your our his her its their this that these those every each no any one two ' +
    'three four five six'
  ).split(' '),
)
