import { letter, may } from './link-letters.ts'
import { suffixEnd, type Suffixes } from './link-suffix.ts'

/**
 * A stretch of letters, hyphens, underscores and full stops: what a domain can be part of. Knows for every label whether a
 * domain that begins in it ends well, so that all domains in the run are found in time linear in its length.
 */
export interface Run {
  readonly start: number
  readonly end: number
  /** From left to right. */
  readonly labels: readonly Label[]
}

/** The letters before one full stop of a run. */
export interface Label {
  readonly start: number
  readonly dot: number
  /** The label's last underscore, or -1: none may stand in the label right before a suffix. */
  readonly underscore: number
  /** Where the suffix after the label's dot ends, or -1. */
  readonly suffix: number
  /** Where the longest domain that goes on past this label's dot ends, or -1. */
  readonly onward: number
}

/** The run around the full stop at `dot`. */
export function runAround(text: string, { dot, suffix, from, suffixes }: Place): Run {
  let start = dot
  while (start > from && belongs(text, start - 1)) start--
  const dots: number[] = []
  let end = start
  for (; belongs(text, end); end++) if (text[end] === '.') dots.push(end)
  return { start, end, labels: labelsOf(text, { start, dots, dot, suffix, suffixes }) }
}

interface Place {
  readonly dot: number
  /** Where the suffix after `dot` ends. */
  readonly suffix: number
  /** As far left as the run may reach. */
  readonly from: number
  readonly suffixes: Suffixes
}

/** Where the domain that starts at `start`, in `label`, ends, or -1 if none does. */
export function domainEnd(text: string, start: number, label: Label): number {
  if (start >= label.dot || !may(letter.domain, text, start) || !may(letter.domain, text, label.dot - 1)) return -1
  if (label.onward >= 0) return label.onward
  return label.underscore < start ? label.suffix : -1
}

function labelsOf(
  text: string,
  { start, dots, dot: known, suffix, suffixes }: Omit<Place, 'from'> & { start: number; dots: readonly number[] },
): readonly Label[] {
  const labels: Label[] = []
  let onward = -1
  for (let index = dots.length - 1; index >= 0; index--) {
    const dot = dots[index]!
    const from = index === 0 ? start : dots[index - 1]! + 1
    const label = {
      start: from,
      dot,
      underscore: lastUnderscore(text, from, dot),
      suffix: dot === known ? suffix : suffixEnd(text, dot + 1, suffixes),
      onward,
    }
    labels.push(label)
    onward = domainEnd(text, from, label)
  }
  return labels.toReversed()
}

function lastUnderscore(text: string, start: number, end: number): number {
  for (let at = end - 1; at >= start; at--) if (text[at] === '_') return at
  return -1
}

function belongs(text: string, index: number): boolean {
  return may(letter.domain, text, index) || text[index] === '.' || text[index] === '-' || text[index] === '_'
}
