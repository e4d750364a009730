/** Whether every label of `domain`, of which none is empty, is short enough once encoded as ASCII. */
export function fitsDns(domain: string): boolean {
  return shortAndPlain.test(domain) || domain.split('.').every((label) => encodedLabelLength(label) <= longestLabel)
}

/** The longest label a domain name may have, in its encoded form. */
const longestLabel = 63
/** Code points that part labels, besides the full stop, when a name is encoded. Source: RFC 3490, section 3.1. */
const otherDots = /[\u3002\uff0e\uff61]/

/** A domain that fits whatever its labels are. */
const shortAndPlain = new RegExp(`^[\\0-\\x7f]{1,${longestLabel}}$`)

function encodedLabelLength(label: string): number {
  if (label.length > 2 * longestLabel) return Infinity
  const parts = label.split(otherDots)
  return parts.reduce((sum, part) => sum + encodedLength(part), parts.length - 1)
}

/**
 * How long `part` is once encoded: itself where it is ASCII, else `xn--` and its punycode.
 * Source: RFC 3492, section 6.3.
 */
function encodedLength(part: string): number {
  if (/^[\0-\x7f]*$/.test(part)) return part.length
  const points = Array.from(part, (character) => character.codePointAt(0)!)
  if (points.length > longestLabel) return Infinity
  const basic = points.filter((point) => point < 0x80).length
  let length = 'xn--'.length + basic + (basic > 0 ? 1 : 0)
  let handled = basic
  let delta = 0
  let bias = 72
  let floor = 0x80
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= floor))
    delta += (next - floor) * (handled + 1)
    for (const point of points) {
      if (point < next) delta++
      if (point !== next) continue
      length += digits(delta, bias)
      bias = adapted(delta, handled + 1, handled === basic)
      delta = 0
      handled++
    }
    delta++
    floor = next + 1
  }
  return length
}

const base = 36
const [lowest, highest] = [1, 26]

/** How many digits punycode writes for `delta`. */
function digits(delta: number, bias: number): number {
  let count = 1
  for (let weight = base; ; weight += base, count++) {
    const threshold = Math.min(Math.max(weight - bias, lowest), highest)
    if (delta < threshold) return count
    delta = Math.floor((delta - threshold) / (base - threshold))
  }
}

function adapted(delta: number, handled: number, first: boolean): number {
  delta = Math.floor(delta / (first ? 700 : 2))
  delta += Math.floor(delta / handled)
  let bias = 0
  for (; delta > ((base - lowest) * highest) / 2; bias += base) delta = Math.floor(delta / (base - lowest))
  return bias + Math.floor(((base - lowest + 1) * delta) / (delta + 38))
}
