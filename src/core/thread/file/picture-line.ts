import type { CardOnPost, ImageOnPost } from '../thread.ts'
import { digestOf } from './lines.ts'

/** The line of thread.md that puts a card on a post: its quote stands behind its file, then what the picture shows. */
export function cardLine({ file, quote, alt, drawn }: CardOnPost): string {
  return `![${fenced(alt, /[\\[\]]/g)}](${fileSaid(file)} "${fenced(quote, /[\\"]/g)}") <!-- ${drawn ?? digestOf(quote)} -->`
}

/** The line of thread.md that puts an image of the article on a post; behind a card of code stands the digest of that. */
export function imageLine({ file, alt, drawn }: ImageOnPost): string {
  const mark = drawn === undefined ? '' : ` <!-- ${drawn} -->`
  return `![${fenced(alt, /[\\[\]]/g)}](${fileSaid(file)})${mark}`
}

type OnLine =
  | { readonly kind: 'card'; readonly card: CardOnPost }
  | { readonly kind: 'image'; readonly image: ImageOnPost }

const picture =
  /^!\[((?:[^\\[\]]|\\.)*)\]\((?:<((?:[^\\<>]|\\.)*)>|([^\s()"<>]+))(?:[ \t]+"((?:[^\\"]|\\.)*)")?\)[ \t]*(?:<!--[ \t]*([0-9a-f]{8})[ \t]*-->[ \t]*)?$/su

/** The picture that a line puts on its post: with a quote a card, else an image; null where it is no such line. */
export function pictureOn(line: string): OnLine | null {
  const [, alt, fenceFile, plainFile, quote, digest] = picture.exec(line) ?? []
  const file = fenceFile === undefined ? plainFile : opened(fenceFile)
  if (alt === undefined || file === undefined) return null
  const shown = { file, alt: opened(alt) }
  if (quote === undefined) return { kind: 'image', image: digest === undefined ? shown : { ...shown, drawn: digest } }
  const said = opened(quote)
  const isOther = digest !== undefined && digest !== digestOf(said)
  return { kind: 'card', card: { ...shown, quote: said, ...(isOther ? { drawn: digest } : {}) } }
}

function fileSaid(file: string): string {
  return /^[^\s()"<>\\]+$/.test(file) ? file : `<${fenced(file, /[\\<>]/g)}>`
}

function fenced(words: string, special: RegExp): string {
  return words.replace(special, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
}

function opened(words: string): string {
  return words.replace(/\\(.)/gsu, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter))
}
