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

/** Looks at all code units of `text`. A surrogate weighs 2, and so does a pair of them. */
export function survey(text: string): Survey {
  const { length } = text
  let traits = 0
  let weight = length
  for (let start = plainEnd(text, 0); start < length;) {
    const end = peculiarEnd(text, start)
    const its = surveyBetween(text, start, end)
    traits |= its.traits
    weight += its.weight - (end - start)
    start = plainEnd(text, end)
  }
  return { traits, weight }
}

/** Looks at the code units from `start` to `end`. */
export function surveyBetween(text: string, start: number, end: number): Survey {
  let traits = 0
  let weight = end - start
  const table = (traitsOf ??= filledTable())
  for (let index = start; index < end; index++) {
    const its = table[text.charCodeAt(index)]!
    traits |= its
    weight += its & trait.heavy
    if ((its & trait.surrogate) !== 0 && index > start && isPair(text, index - 1)) weight -= 2
  }
  return { traits, weight }
}

/** By how much the code unit at `index` weighs more than 1: a pair weighs all it does at its first half. */
export function surplusAt(text: string, index: number): number {
  const its = (traitsOf ??= filledTable())[text.charCodeAt(index)]!
  if ((its & trait.surrogate) !== 0 && index > 0 && isPair(text, index - 1)) return -1
  return its & trait.heavy
}

/** Where the letters from `index` on end that have no trait: a pattern tells it many times as fast as the table. */
export function plainEnd(text: string, index: number): number {
  plain.lastIndex = index
  return plain.test(text) ? plain.lastIndex : index
}

const plain = /[\0-\u02ff\u0391-\u0482\u048a-\u052f\u2010-\u201f]+/y

/** Where the stretch of letters with a trait ends that begins at `index`. */
export function peculiarEnd(text: string, index: number): number {
  const table = (traitsOf ??= filledTable())
  do index++
  while (index < text.length && table[text.charCodeAt(index)]! !== 0)
  return index
}

/** Whether the code units at `index` and after it are the two halves of one letter. */
export function isPair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
}

/** The traits of every code unit: filled at the first need, so that importing costs nothing. */
let traitsOf: Uint8Array | undefined

/**
 * Each line overrides those before it. Most alphabets, and the spaces, dashes and quotation marks that go with them, are
 * light (source: configuration 3). Large ranges that no normalisation touches do not count as changing; where a letter may
 * join the one before it, the later one does.
 */
function filledTable(): Uint8Array {
  const { heavy, surrogate, changing, joining } = trait
  const table = new Uint8Array(0x1_00_00)
  const fill = (traits: number, ranges: string): void => {
    for (const range of ranges.split(' ')) {
      const [first = '', last = first] = range.split('-')
      table.fill(traits, parseInt(first, 16), parseInt(last, 16) + 1)
    }
  }
  fill(changing, '300-390 483-489 530-10ff')
  fill(heavy, '1100-ffff')
  fill(
    heavy | changing,
    '1100-218f 2329-232a 2adc 2c00-3000 302a-303f 3099-309a 3100-4dff a000-abff d7a4-fe0e fe10-ffff',
  )
  fill(heavy | changing | surrogate, 'd800-d83b d83f-dbff')
  fill(heavy | surrogate, 'd83c-d83e dc00-dfff')
  fill(changing, '2000-200c 2032-2037')
  fill(0, '2010-201f')
  fill(heavy, '2020-2027')
  fill(joining, '200d')
  fill(heavy | changing | joining, '20e3')
  fill(heavy | joining, 'fe0f')
  fill(heavy | surrogate | joining, 'dc7f dde6-ddff dffb-dfff')
  return table
}

/** A sequence of code points that X counts as one emoji. */
interface EmojiSequence {
  readonly start: number
  readonly end: number
}

/**
 * The sequences of several code points in `text` that X counts as one emoji: with skin tones, joiners, variation selectors,
 * keycaps, flags. An emoji of one code point weighs what any letter outside the light ranges does, and needs no looking up.
 * X's published counter knows the emoji of 2018; it counts newer sequences part by part, and so do we.
 * Source: twitter-text 3.1 with twemoji-parser 11.
 */
export function emojiSequencesIn(text: string): readonly EmojiSequence[] {
  return Array.from(text.matchAll((sequence ??= sequences())), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
}

const joiner = '\\u{200d}'
const selector = '\\u{fe0f}'
const tone = '[\\u{1f3fb}-\\u{1f3ff}]'
const gender = `${joiner}[♀♂]${selector}`
const workers = `[👨👩]${tone}?${joiner}(?:[⚕⚖✈]${selector}|[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒\\u{1f9b0}-\\u{1f9b3}])`
const people =
  `[🏋🏌🕴🕵⛹](?:${tone}|${selector})${gender}|` +
  `[🏃🏄🏊👮👱👳👷💁💂💆💇🙅🙆🙇🙋🙍🙎🚣🚴🚵🚶🤦🤵🤷🤸🤹🤽🤾🦸🦹🧖🧗🧘🧙🧚🧛🧜🧝]${tone}?${gender}|[👯🤼🧞🧟]${gender}`
const hearts = `👨${joiner}❤${selector}${joiner}(?:💋${joiner})?👨|👩${joiner}❤${selector}${joiner}(?:💋${joiner})?[👨👩]`
const families = `(?:👨${joiner}[👨👩]|👩${joiner}👩|[👨👩])${joiner}(?:👦${joiner}👦|👧${joiner}[👦👧]|[👦👧])`
const things = `🏳${selector}${joiner}🌈|🏴${joiner}☠${selector}|👁${joiner}🗨`
const keycaps = `[#*0-9]${selector}?\\u{20e3}`
/** Bodies and hands: these take a skin tone. */
const toned =
  `(?:[☝⛷⛹✌✍🏋🏌🕴🕵🖐]${selector}?|[✊✋🎅🏂🏃🏄🏇🏊👂👃\\u{1f446}-\\u{1f450}👦👧👨👩👮\\u{1f470}-\\u{1f478}👼💁💂💃💅💆💇💪` +
  `🕺🖕🖖🙅🙆🙇\\u{1f64b}-\\u{1f64f}🚣🚴🚵🚶🛀🛌🤘🤙🤚🤛🤜🤞🤟🤦\\u{1f930}-\\u{1f939}🤽🤾🦵🦶🦸🦹\\u{1f9d1}-\\u{1f9dd}])${tone}`
/** Signs that are also text: the selector makes emoji of them. */
const signs =
  '[©®‼⁉™ℹ↔-↙↩↪⌚⌛⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼◽◾☀-☄☎☑☔☕☘☝☠☢☣☦☪☮☯☸☹☺♀♂♈-♓♟♠♣♥♦♨♻♿⚒-⚗⚙⚛⚜⚠⚡⚪⚫⚰⚱⚽⚾⛄⛅⛈⛏⛑⛓⛔⛩⛪⛰-⛵' +
  '⛷-⛺⛽✂✈✉✌✍✏✒✔✖✝✡✳✴❄❇❗❣❤➡⤴⤵⬅⬆⬇⬛⬜⭐⭕〰〽㊗㊙🀄🅰🅱🅾🅿🈂🈚🈯🈷🌡\\u{1f324}-\\u{1f32c}🌶🍽🎖🎗🎙🎚🎛🎞🎟' +
  '\\u{1f3cb}-\\u{1f3ce}\\u{1f3d4}-\\u{1f3df}🏳🏵🏷🐿👁📽🕉🕊🕯🕰\\u{1f573}-\\u{1f579}🖇\\u{1f58a}-\\u{1f58d}🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞' +
  `🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏\\u{1f6e0}-\\u{1f6e5}🛩🛰🛳]${selector}`
/** England, Scotland and Wales, in the letters of tags. */
const regions =
  '🏴\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}'
/** The flags: two letters each, those with the same first letter together. */
const countries =
  'ACDEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNOPRUVWXYZ DEGJKMOZ EACEGHRSTU FIJKMOR GABDEFGHILMNPQRSTUWY ' +
  'HKMNRTU ICDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA ' +
  'REOSUW SABCDEGHIJKLMNORSTVXYZ TACDFGHJKLMNORTVWZ UAGMNSYZ VACEGINU WFS XK YET ZAMW'
/** Made at the first need, since most posts have none. */
let sequence: RegExp | undefined

function sequences(): RegExp {
  const flags = countries.split(' ').map((letters) => {
    const [first = '', ...seconds] = Array.from(
      letters,
      (letter) => `\\u{${(0x1f1e6 - 65 + letter.charCodeAt(0)).toString(16)}}`,
    )
    return `${first}[${seconds.join('')}]`
  })
  return new RegExp(
    [workers, people, hearts, families, things, keycaps, toned, signs, regions, ...flags].join('|'),
    'gu',
  )
}
