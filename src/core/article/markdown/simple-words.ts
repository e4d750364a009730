import type { Dropped } from '../article.ts'
import type { Citations } from './citations.ts'
import { endsByWill, hasSpans } from './markup.ts'

/** Words without their emphasis. */
interface SimpleWords {
  /** Each line ends in "\n". */
  readonly text: string
  /** Whether all of them are set in bold. */
  readonly bold: boolean
}

/**
 * The words of a paragraph's lines where all their markup is emphasis around words or links to the web, none within
 * another: what the Markdown parser would read, and many times as fast. Null where they hold anything else.
 */
export function simpleWords(
  lines: readonly string[],
  { citations, dropped }: { readonly citations: Citations; readonly dropped: Dropped[] },
): SimpleWords | null {
  const written = lines.length === 1 ? lines[0]!.trim() : lines.map((line) => line.trim()).join('\n')
  if (lines.length > 1 && lines.some(endsByWill)) return null
  if (!hasSpans(written)) return { text: written, bold: false }
  const inner: string[] = []
  const rest = written.replace(simple, (_all: string, _sign, emphasised?: string, linked?: string) => {
    const words = emphasised ?? linked
    if (words !== undefined) inner.push(words)
    return 'x'
  })
  if (rest === written || hasSpans(rest) || inner.some(hasSpans)) return null
  const bold = rest === 'x' && /^(?:\*\*|__)/.test(written)
  const text = written.replace(
    simple,
    (all: string, _, emphasised?: string, linked?: string, url: string = all) =>
      emphasised ?? citations.print(linked ?? all, url, dropped),
  )
  return { text, bold }
}

const words = String.raw`([^\s*_~\[\]<>&\\!\x60](?:[^*_~\[\]<>&\\!\x60\n]*[^\s*_~\[\]<>&\\!\x60])?)`
const letter = String.raw`[\p{L}\p{N}]`
/** A sign after a space, or between a sign that opens and a letter, can only open emphasis. */
const opens = String.raw`(\*\*|__|\*|_)(?:(?<!\S\1)|(?=${letter}))`
/** A sign before a space, or between a letter and a sign that closes, can only close it. */
const closes = String.raw`\1(?:(?=\s|$)|(?<=${letter}\1)(?=[.,;:!?)"”’'—–…-]))`
const url = String.raw`https?:\/\/[\w./?=%#:,+~-]+`
const address = String.raw`https?:\/\/(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/(?:[\w./?=%#:,+~-]*[a-z\d/])?)?(?=[.,;:!?]*(?:\s|$))`
const simple = new RegExp(
  String.raw`(?<![^\s("“‘—–])(?:${opens}${words}${closes}|\[${words}\]\((${url})\)|${address})`,
  'gu',
)
