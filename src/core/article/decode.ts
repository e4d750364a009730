import type { Problem } from '../problem.ts'

/** The largest article that is made into a thread, in bytes: some 300,000 words, thousands of posts. */
const mostBytes = 2_000_000

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** The text of an article's bytes, where they are text at all. */
export function decode(bytes: Uint8Array): Decoded {
  const refuse = (problem: Problem): Decoded => ({ kind: 'problem', problem })
  if (bytes.length > mostBytes) return refuse({ code: 'article-too-large', bytes: bytes.length, most: mostBytes })
  if (bytes.includes(0)) return refuse({ code: 'article-binary' })
  const text = utf8(bytes)
  if (text === null) return refuse({ code: 'article-not-utf8', line: lineOfDamage(bytes) })
  return text.trim() === '' ? refuse({ code: 'article-empty' }) : { kind: 'text', text }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The first line that holds something which is no UTF-8, from 1. */
function lineOfDamage(bytes: Uint8Array): number {
  const lines = new TextDecoder().decode(bytes).split('\n')
  return lines.findIndex((line) => line.includes('\ufffd')) + 1
}
