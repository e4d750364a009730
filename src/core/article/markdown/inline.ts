import type { Delete, PhrasingContent } from 'mdast'
import type { Dropped } from '../article.ts'
import { lineEnd, type Struck, tagEnd } from '../passage.ts'
import type { Citations } from './citations.ts'
import { attributesOf } from './html.ts'
import { imageGap, type TakeImage, withoutGaps } from './images.ts'

/** The words of a line of Markdown, its emphasis removed: bold letters of Unicode's would hide them from a screen reader. */
export type Inline = (nodes: readonly PhrasingContent[]) => string

/** What the words of a line may point to, and who takes what is no word. */
export interface Around {
  readonly definitions: ReadonlyMap<string, string>
  /** The number of a footnote, by what the owner calls it. */
  readonly notes: ReadonlyMap<string, number>
  readonly citations: Citations
  readonly takeImage: TakeImage
  /** Takes note of words that are struck out. */
  readonly strike: (struck: Struck) => void
  readonly dropped: Dropped[]
  readonly source: string
}

export function inlineOf({ definitions, notes, citations, takeImage, strike, dropped, source }: Around): Inline {
  const anchors: string[] = []
  const all: Inline = (nodes) => nodes.map(one).join('')
  return (nodes) => withoutGaps(all(nodes), dropped)

  function one(node: PhrasingContent): string {
    switch (node.type) {
      case 'text':
        return unseen.test(node.value) ? plain(node.value) : node.value
      case 'inlineCode':
        return node.value
      case 'break':
        return lineEnd
      case 'emphasis':
      case 'strong':
        return all(node.children)
      case 'delete':
        return struck(node)
      case 'link':
        return linked(all(node.children), node.url, node.title)
      case 'linkReference':
        return linked(all(node.children), definitions.get(node.identifier) ?? '', null)
      case 'footnoteReference':
        return `[${notes.get(node.identifier) ?? node.label ?? node.identifier}]`
      case 'image':
        return pictured(node, node)
      case 'imageReference':
        return pictured(node, { url: definitions.get(node.identifier) ?? '', alt: node.alt })
      case 'html':
        return tag(node)
      default:
        return ''
    }
  }

  function linked(words: string, url: string, title: string | null | undefined): string {
    if (title !== null && title !== undefined && title !== '') dropped.push({ text: title, why: 'the title of a link' })
    if (words.trim() !== imageGap) return citations.print(words, url, dropped)
    return isPicture(url) ? words : `${words} ${citations.print('', url, dropped)}`
  }

  function pictured(node: PhrasingContent, { url, alt, title }: Shown): string {
    return takeImage({ source: url, alt: alt ?? '', line: lineOf(node) }, { written: sourceOf(node), title })
  }

  function struck(node: Delete): string {
    const words = all(node.children)
    strike({ words, line: lineOf(node) })
    return words
  }

  /** A tag inside a line: a break, an image, an anchor's two ends, or nothing that a reader would see. */
  function tag(node: PhrasingContent & { readonly value: string }): string {
    const { value: html } = node
    if (/^<br\b/i.test(html)) return tagEnd
    const { src: url = '', alt, title, href = '' } = attributesOf(html)
    if (/^<img\b/i.test(html)) return pictured(node, { url, alt, title })
    if (/^<a\b/i.test(html)) anchors.push(href)
    const target = /^<\/a\b/i.test(html) ? anchors.pop() : undefined
    dropped.push({ text: html, why: html.startsWith('<!--') ? 'a comment' : 'an HTML tag' })
    return target === undefined ? '' : citations.print('\0', target, dropped).replace('\0', '')
  }

  function sourceOf({ position }: PhrasingContent): string {
    return source.slice(position?.start.offset, position?.end.offset)
  }
}

interface Shown {
  readonly url: string
  readonly alt?: string | null | undefined
  readonly title?: string | null | undefined
}

function lineOf({ position }: PhrasingContent): number {
  return position?.start.line ?? 1
}

/** What entities may bring back after the source was tidied: odd spaces, and signs that nobody sees. */
const unseen = /[\u00a0\u00ad\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/

function plain(words: string): string {
  return words.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
}

/** A link around a picture that leads to a picture only shows it larger. */
function isPicture(url: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|svg|avif)(?:[?#]|$)/i.test(url) || /^#?$/.test(url)
}
