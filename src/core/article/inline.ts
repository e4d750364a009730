import type { PhrasingContent } from 'mdast'
import type { Dropped } from './article.ts'
import { lineEnd } from './passage.ts'

/** The words of a line of Markdown, its emphasis removed: bold letters of Unicode's would hide them from a screen reader. */
export type Inline = (nodes: readonly PhrasingContent[]) => string

interface Around {
  readonly definitions: ReadonlyMap<string, string>
  /** Addresses that were printed before: each is printed once. */
  readonly cited: Set<string>
  readonly dropped: Dropped[]
  readonly source: string
}

export function inlineOf({ definitions, cited, dropped, source }: Around): Inline {
  const anchors: string[] = []
  const all: Inline = (nodes) => nodes.map(one).join('')
  return all

  function one(node: PhrasingContent): string {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return node.value
      case 'break':
        return lineEnd
      case 'emphasis':
      case 'strong':
      case 'delete':
        return all(node.children)
      case 'link':
        return linked(all(node.children), node.url, node.title)
      case 'linkReference':
        return linked(all(node.children), definitions.get(node.identifier) ?? '', null)
      case 'footnoteReference':
        return `[${node.label ?? node.identifier}]`
      case 'image':
      case 'imageReference':
        dropped.push({ text: sourceOf(node), why: 'an image: a thread carries words and cards' })
        return ''
      case 'html':
        return tag(node.value)
      default:
        return ''
    }
  }

  function linked(words: string, url: string, title: string | null | undefined): string {
    if (title !== null && title !== undefined && title !== '') dropped.push({ text: title, why: 'the title of a link' })
    if (!/^https?:\/\//i.test(url)) {
      if (url !== '' && bare(url) !== bare(words)) dropped.push({ text: url, why: 'a link that leads nowhere on X' })
      return words
    }
    if (bare(words) === bare(url)) {
      cited.add(url)
      return words
    }
    if (cited.has(url)) return words
    cited.add(url)
    return words.trim() === '' ? url : `${words} (${url})`
  }

  /** A tag inside a line: a break, an anchor's two ends, or nothing that a reader would see. */
  function tag(html: string): string {
    if (/^<br\b/i.test(html)) return lineEnd
    if (/^<a\b/i.test(html)) anchors.push(/href\s*=\s*["']?([^"'\s>]*)/i.exec(html)?.[1] ?? '')
    const href = /^<\/a\b/i.test(html) ? anchors.pop() : undefined
    dropped.push({ text: html, why: html.startsWith('<!--') ? 'a comment' : 'an HTML tag' })
    if (href === undefined || !/^https?:\/\//i.test(href) || cited.has(href)) return ''
    cited.add(href)
    return ` (${href})`
  }

  function sourceOf({ position }: PhrasingContent): string {
    return source.slice(position?.start.offset, position?.end.offset)
  }
}

function bare(url: string): string {
  return url
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/\/$/, '')
}
