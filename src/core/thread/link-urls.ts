import { fitsDns } from './link-dns.ts'
import { domainEnd, runAround, type Label, type Run } from './link-domain.ts'
import { letter, may } from './link-letters.ts'
import { suffixEnd, type Suffixes } from './link-suffix.ts'
import { queryEnd, tailAt } from './link-tail.ts'

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
  let dot = text.indexOf('.')
  while (dot >= 0) {
    const suffix = suffixEnd(text, dot + 1, suffixes)
    if (suffix < 0) {
      dot = text.indexOf('.', dot + 1)
      continue
    }
    const run = runAround(text, { dot, suffix, from, suffixes })
    for (const label of run.labels) {
      const match = matchIn(text, { label, run, from })
      if (match === null) continue
      from = match.end
      addUrls(urls, { text, match, suffixes })
    }
    dot = text.indexOf('.', Math.max(run.end, from))
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
