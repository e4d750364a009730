import { fitsDns } from './dns.ts'
import { dotBeforeSuffix, endOf, letter, may, suffixEnd, type Suffixes } from './suffix.ts'

/** A link as X's counter finds it. */
export interface Url {
  readonly start: number
  readonly end: number
  /** How many code units the counter takes for the link: fewer than it spans where two domains touch. */
  readonly counted: number
}

const longestUrl = 4096
const longestSlug = 40

/**
 * The links of `text`, from left to right, in time linear in its length: finds what twitter-text's `extractUrl` pattern
 * finds, without backtracking. A link holds a full stop before a known suffix, so only the words around those are looked at.
 * Source: twitter-text 3.1, `extractUrlsWithIndices`.
 */
export function urlsIn(text: string, suffixes: Suffixes): readonly Url[] {
  const urls: Url[] = []
  let from = 0
  let dot = dotBeforeSuffix(text, 0)
  while (dot >= 0) {
    const suffix = suffixEnd(text, dot + 1, suffixes)
    if (suffix < 0) {
      dot = dotBeforeSuffix(text, dot + 1)
      continue
    }
    const run = runAround(text, { dot, suffix, from, suffixes })
    for (const label of run.labels) {
      const match = matchIn(text, { label, run, from })
      if (match === null) continue
      from = match.end
      addUrls(urls, { text, match, suffixes })
    }
    dot = dotBeforeSuffix(text, Math.max(run.end, from))
  }
  return urls
}

/** What the pattern matches: perhaps a link, and if not, still used up. */
interface Match {
  readonly start: number
  readonly domain: { readonly start: number; readonly end: number }
  readonly path: boolean
  readonly end: number
}

/** The pattern's first match whose domain begins in `label` of `run`; what stands before `from` is used up. */
function matchIn(text: string, { label, run, from }: { label: Label; run: Run; from: number }): Match | null {
  const start = firstStart(text, label, from)
  if (start < 0) return null
  const end = domainEnd(text, start, label)
  const tail = tailAt(text, end)
  return {
    start: start === run.start ? protocolStart(text, start, from) : start,
    domain: { start, end },
    path: tail.path > tail.port,
    end: tail.query,
  }
}

/** Where the first domain of `label` starts whose letter before it may precede a link and is not used up; else -1. */
function firstStart(text: string, label: Label, from: number): number {
  if (label.onward < 0 && label.suffix < 0) return -1
  // At the very start of a text the pattern tries a letter before the domain first, and none only then.
  if (from === 0 && label.start === 0) {
    if (startsAt(text, 1, label)) return 1
    if (domainEnd(text, 0, label) >= 0) return 0
  }
  for (let at = Math.max(label.start, from + 1); at < label.dot; at++) if (startsAt(text, at, label)) return at
  return -1
}

function startsAt(text: string, at: number, label: Label): boolean {
  return may(letter.before, text, at - 1) && domainEnd(text, at, label) >= 0
}

/** Where the `https://` before `start` starts, if it stands there and may; else `start`. */
function protocolStart(text: string, start: number, from: number): number {
  if (text[start - 1] !== '/') return start
  const [protocol = ''] = /https?:\/\/$/i.exec(text.slice(Math.max(from, start - 'https://'.length), start)) ?? []
  const at = start - protocol.length
  const precedes = at === 0 || (at > from && may(letter.before, text, at - 1))
  return precedes ? at : start
}

/** Adds the links in a match: none where it is no valid domain, one after a protocol, else each of its Latin domains. */
function addUrls(urls: Url[], { text, match, suffixes }: { text: string; match: Match; suffixes: Suffixes }): void {
  const domain = text.slice(match.domain.start, match.domain.end)
  const protocol = match.domain.start - match.start
  const length = (protocol || 'https://'.length) + match.end - match.start
  if (length > longestUrl || !fitsDns(domain)) return
  if (protocol > 0) {
    if (!domain.startsWith('xn--') || bareDomains(domain, suffixes).length > 0) addShortened(urls, text, match)
    return
  }
  if ('-_./'.includes(text.charAt(match.start - 1) || ' ')) return
  const bare = bareDomains(domain, suffixes)
  for (const { at, name } of bare) {
    const start = match.domain.start + at
    const last = at === bare.at(-1)!.at
    const tail = last && match.path ? match.end - match.domain.end : 0
    urls.push({ start, end: tail > 0 ? match.end : start + name.length, counted: name.length + tail })
  }
}

/** A link of X's own shortener ends after its slug and query, and is none if the slug is too long. */
function addShortened(urls: Url[], text: string, { start, end }: Match): void {
  const [whole = '', slug = ''] = /^https?:\/\/t\.co\/([a-z0-9]+)/i.exec(text.slice(start, end)) ?? []
  if (slug.length > longestSlug) return
  const after = start + whole.length
  const last = whole === '' ? end : text[after] === '?' ? queryEnd(text, after, end) : after
  urls.push({ start, end: last, counted: last - start })
}

/** The domains in `domain` that are written in Latin letters up to their suffix. */
function bareDomains(domain: string, suffixes: Suffixes): readonly { at: number; name: string }[] {
  if (isBare(domain)) return [{ at: 0, name: domain }]
  const found: { at: number; name: string }[] = []
  let used = 0
  let searched = 0
  for (let dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
    if (dot < used) continue
    let start = dot
    while (start > used && may(letter.bare, domain, start - 1)) start--
    if (start === dot) continue
    const chain = bareChain(domain, dot, suffixes)
    if (chain.end < 0) {
      dot = chain.lastDot
      continue
    }
    const name = domain.slice(start, chain.end)
    // The counter looks the name up again from where it last stood, and may find it inside an earlier word.
    const at = domain.indexOf(name, searched)
    found.push({ at, name })
    searched = at + name.length
    used = chain.end
  }
  return found
}

/** Then all of it is one Latin domain, since it has its suffix already. */
function isBare(domain: string): boolean {
  for (let at = 0; at < domain.length; at++) if (!may(letter.bare, domain, at) && domain[at] !== '.') return false
  return true
}

/** Follows Latin labels from `dot` on: where the last suffix among them ends, or -1, and where the last of their dots is. */
function bareChain(domain: string, dot: number, suffixes: Suffixes): { end: number; lastDot: number } {
  let end = suffixEnd(domain, dot + 1, suffixes)
  let at = dot + 1
  while (may(letter.bare, domain, at)) {
    while (may(letter.bare, domain, at)) at++
    if (domain[at] !== '.') break
    dot = at
    const next = suffixEnd(domain, ++at, suffixes)
    if (next >= 0) end = next
  }
  return { end, lastDot: dot }
}

/** What follows a domain: where its port ends, then its path, then its query; the same place where there is none. */
interface Tail {
  readonly port: number
  readonly path: number
  readonly query: number
}

/** Reads port, path and query of the link whose domain ends at `end`. */
function tailAt(text: string, end: number): Tail {
  const port = portEnd(text, end)
  const path = text[port] === '/' ? pathEnd(text, port + 1) : port
  const query = text[path] === '?' ? queryEnd(text, path) : path
  return { port, path, query }
}

/**
 * Where the query whose question mark stands at `mark` ends, or `mark` if nothing there could end one.
 * `end` is where the text to look at ends.
 */
function queryEnd(text: string, mark: number, end = text.length): number {
  let at = Math.min(endOf(letter.query, text, mark + 1), end)
  while (at > mark + 1 && !may(letter.queryEnd, text, at - 1)) at--
  return at > mark + 1 ? at : mark
}

function portEnd(text: string, colon: number): number {
  if (text[colon] !== ':') return colon
  let at = colon + 1
  while (isDigit(text, at)) at++
  return at > colon + 1 ? at : colon
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0x30 && unit <= 0x39
}

/**
 * A path runs as far as its letters and balanced brackets go, and ends after the last letter outside brackets that may end
 * one, together with the brackets that follow it at once.
 */
function pathEnd(text: string, start: number): number {
  let last = start
  let at = start
  for (;;) {
    if (may(letter.path, text, at)) {
      at++
      if (may(letter.pathEnd, text, at - 1)) last = at
      continue
    }
    const closed = bracketsEnd(text, at)
    if (closed === at) return last
    if (at === last) last = closed
    at = closed
  }
}

/** The end of `(letters)` or of `(letters(letters)letters)`, or `open` itself if neither stands there. */
function bracketsEnd(text: string, open: number): number {
  if (text[open] !== '(') return open
  const outer = endOf(letter.path, text, open + 1)
  if (text[outer] === ')' && outer > open + 1) return outer + 1
  if (text[outer] !== '(') return open
  const inner = endOf(letter.path, text, outer + 1)
  if (text[inner] !== ')' || inner === outer + 1) return open
  const rest = endOf(letter.path, text, inner + 1)
  return text[rest] === ')' ? rest + 1 : open
}

/**
 * A stretch of letters, hyphens, underscores and full stops: what a domain can be part of. Knows for every label whether a
 * domain that begins in it ends well, so that all domains in the run are found in time linear in its length.
 */
interface Run {
  readonly start: number
  readonly end: number
  /** From left to right. */
  readonly labels: readonly Label[]
}

/** The letters before one full stop of a run. */
interface Label {
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
function runAround(text: string, { dot, suffix, from, suffixes }: Place): Run {
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
function domainEnd(text: string, start: number, label: Label): number {
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
