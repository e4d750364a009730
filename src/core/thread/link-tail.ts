import { endOf, letter, may } from './link-letters.ts'

/** What follows a domain: where its port ends, then its path, then its query; the same place where there is none. */
interface Tail {
  readonly port: number
  readonly path: number
  readonly query: number
}

/** Reads port, path and query of the link whose domain ends at `domainEnd`. */
export function tailAt(text: string, domainEnd: number): Tail {
  const port = portEnd(text, domainEnd)
  const path = text[port] === '/' ? pathEnd(text, port + 1) : port
  const query = text[path] === '?' ? queryEnd(text, path) : path
  return { port, path, query }
}

/**
 * Where the query whose question mark stands at `mark` ends, or `mark` if nothing there could end one.
 * `end` is where the text to look at ends.
 */
export function queryEnd(text: string, mark: number, end = text.length): number {
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
