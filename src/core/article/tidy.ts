import { nfc } from './nfc.ts'

/**
 * A text as it was typed, without what copying and pasting leaves in it: byte order mark, carriage returns, odd spaces,
 * zero-width characters, controls, broken surrogates. A joiner stays where a script or an emoji needs it. NFC, as X counts.
 */
export function tidy(source: string): string {
  return plain.test(source) ? source : nfc(cleaned(source))
}

/** One line of words: tabs and runs of spaces become one space, the ends are trimmed. */
export function oneLine(text: string): string {
  return /[\t\n\u2028\u2029]| {2}/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}

/** Letters and signs that need no cleaning and that nothing composes with. */
const plain = /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/

const joined = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]`
/** Scripts in which a joiner or a non-joiner between two letters changes the word. */
const cursive = String.raw`[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{M}]`
const joiner = new RegExp(
  `(?<!${joined}|${cursive})\\u200d|\\u200d(?!\\p{Extended_Pictographic}|${cursive}|[♀♂⚕⚖✈])|(?<!${cursive})\\u200c|\\u200c(?!${cursive})`,
  'gu',
)
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

function cleaned(source: string): string {
  const text = source
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff]/g, '')
    // oxlint-disable-next-line no-control-regex -- controls are what is looked for
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(joiner, '')
  return rightToLeft.test(text) ? text : text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}
