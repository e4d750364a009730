import { month } from './dates.ts'

/**
 * Whether a whole paragraph is a copyright notice or disclaimer: it opens as one, and every sentence of it speaks of
 * rights. A paragraph that only discusses them opens as prose does.
 */
export function isNotice(paragraph: string): boolean {
  const text = paragraph.trim().replace(/^[*_]+|[*_]+$/g, '')
  if (text.length > 1500 || tells.test(text)) return false
  const signed = text.replace(signature, '')
  if (isPlate(signed)) return true
  return opening.test(signed) && claim.test(signed) && sentencesOf(signed).every((sentence) => marker.test(sentence))
}

/** Who speaks and when: "@handle DEC. 2025 ". */
const signature = new RegExp(
  String.raw`^(?:@\w{1,30}[\s,:–—-]*)?(?:${month}\s+(?:\d{1,2},?\s+)?)?(?:(?:19|20)\d\d(?:[\s,:.–—-]+|$))?`,
  'i',
)

/** A line that only says who and when, above a notice: "@handle DEC. 2025". */
export function isSignature(line: string): boolean {
  return /^@\w{1,30}\b/.test(line) && line.replace(signature, '').trim() === ''
}

const opening =
  /^(?:(?:legal |fair[- ]use |copyright )+(?:notice|disclaimer|statement)\b|disclaimer\s*[:–—-]|copyright disclaimer\b|copyright\s*(?:©|\(c\)|\d{4})|©|\(c\)\s*\d{4}|all rights reserved|no copyright infringement|this (?:article|post|page|video|work|blog|site|content|material)\b.{0,40}\b(?:copyright|licen[cs]ed|fair use))/i
/** A year of which something is told: "Copyright 1998 was a bad year for songs." */
const tells = /^[Cc]opyright\s+\d{4},?\s+(?!by\b|all rights\b|the [A-Z\d])[a-z]|^©\s+[a-z](?!.*\d{4})/
/** What a notice does and no discussion of notices does in the same breath. */
const claim =
  /allowance is made|no copyright infringement|infringement (?:is )?intended|all rights reserved|(?:do|does) not own|belongs? to (?:their|its|the)|respective owners|may contain copyrighted|without (?:the )?(?:express |prior )?(?:written )?permission|is licen[cs]ed under|not specifically authori[sz]ed|constitutes a ['‘“"]?fair use/i
const marker =
  /copyright|©|\(c\)|rights|fair[ -]use|section 107|infring|permission|licen[cs]|reproduc|republish|trademark|disclaim|copyrighted|owners?\b|non-?profit|educational|U\.?S\.?C/i

/** A line that is all plate: "© 2025 Jane Doe. All rights reserved." */
function isPlate(text: string): boolean {
  if (text.length > 160) return false
  return (
    /^(?:copyright\s*)?(?:©|\(c\)|copyright\s+(?=\d{4}))\s*(?:\d{4}|[\p{Lu}])[^.!?]*(?:\.|$)\s*(?:(?:all|some) rights reserved\.?|licen[cs]ed under .*|CC[ -]BY.*)?$/iu.test(
      text,
    ) || /^(?:all|some) rights reserved\.?$/i.test(text)
  )
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”’')]*)\s+(?=\p{Lu})/u).filter((sentence) => /\p{L}{3}/u.test(sentence))
}
