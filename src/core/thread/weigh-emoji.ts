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
