import { isDateLine, withoutDates } from './dates.ts'

/** A name, as it stands below a title: "Jane Doe", "By Jane Doe". */
export function isByline(line: string): boolean {
  return line.length <= longestName && /^(?:by )?(?:\p{Lu}[\p{L}.’'-]*\s?){2,4}$/u.test(line)
}

const longestName = 120

/** Who wrote it, and that it says so: "By Jane Doe". */
export function isSignedBy(line: string): boolean {
  return /^by /i.test(line) && isByline(line.replace(/^by /i, ''))
}

/** When a page was published and what else a blog says in that line: "By Jane Doe | March 3, 2025 | 5 min read". */
export function isMetaLine(line: string): boolean {
  if (line.length > longestMeta || !/\bby\b|[|·•∙]|\bcomments?\b|\bread$/i.test(line)) return false
  const rest = withoutDates(line)
  if (rest === line) return false
  return rest
    .replace(/\b(?:leave a comment|(?:\d+|no) comments?)$/i, '|')
    .split(/\s*[|·•∙—–,]\s*/)
    .every(isMeta)
}

const longestMeta = 160

function isMeta(part: string): boolean {
  const words = part
    .trim()
    .replace(/^(?:(?:last )?updated|posted|published|written)\b/i, '')
    .replace(/^(?:\s*(?:on|by|in|at)\b)+|\s(?:on|at|in)$|:$/gi, '')
    .trim()
  return (
    /^[\p{L}_-]*$/u.test(words) ||
    /^(?:leave a comment|(?:\d+|no) comments?|\d+ min(?:ute)?s?(?: read)?)$/i.test(words) ||
    isByline(words)
  )
}

/** A line that is furniture only among furniture: a date, a byline, a label. */
export function isFurnitureAmongOthers(line: string): boolean {
  if (/[a-z]/i.test(line) && line.length > longestWeak) return false
  return (
    isDateLine(line) || !/[\p{L}\p{N}]/u.test(line) || isMetaLine(line) || weak.some((pattern) => pattern.test(line))
  )
}

const longestWeak = 160

const weak: readonly RegExp[] = [
  /^\d{1,6}$/,
  // Who or when, and no sentence: "Posted in haste, read at leisure".
  /^(?:[Pp]osted|[Pp]ublished|[Ww]ritten|(?:[Ll]ast )?[Uu]pdated)\s*:?(?: (?:on|by|in|at))* [A-Z\d][^!?]{0,100}(?<!\.)$/,
  /^(?:posted|published|updated) (?:on|by) \S{1,40}$/i,
  /^(?:at|on) \d{1,2}:\d\d(?: ?[ap]\.?m\.?)?$/i,
  /^[Bb]y (?:[^\sa-z\d]\S*(?: |$)){2,4}.{0,60}(?<!\.)$/,
  /^location\s*:.{1,100}$/i,
  /^(?:image|photo|picture) (?:by|credit|courtesy)\b.{0,100}$/i,
]
