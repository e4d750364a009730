import type { Dropped } from '../article.ts'
import type { FoundImage } from '../passage.ts'

/** Takes an image out of the words, and gives back what stands in its place. */
export type TakeImage = (image: FoundImage, said: Said) => string

interface Said {
  /** How the owner wrote it. */
  readonly written: string
  /** What a browser shows beside the pointer. */
  readonly title: string | null | undefined
}

/** Stands where an image stood, until the words around it are joined; tidied sources never hold it. */
export const imageGap = '\ufdd2'

/** Collects images. One that is nothing but an emoji is that emoji; one that no file or address holds is dropped. */
export function imageTaker(images: FoundImage[], dropped: Dropped[]): TakeImage {
  return (image, { written, title }) => {
    const isEmoji = emoji.test(image.alt)
    const why = isEmoji ? null : whyNot(image.source.trim())
    const isWhole = why !== null && written.length <= 200
    if (title && !isWhole) dropped.push({ text: title, why: 'the title of an image' })
    if (isEmoji) return image.alt
    if (why === null) images.push({ ...image, source: image.source.trim() })
    else dropped.push({ text: written.length > 200 ? `${image.alt} ${written.slice(0, 100)}…` : written, why })
    return imageGap
  }
}

const emoji = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*$/u

function whyNot(source: string): string | null {
  if (source === '') return 'an image without a file or an address'
  return /^data:/i.test(source) ? 'an image written out in the text: save it as a file beside the article' : null
}

/**
 * The words around an image that stood in a line, joined as if it had never been there. A word that stood on both sides
 * ("cats and ![…] and dogs") is said once.
 */
export function withoutGaps(text: string, dropped: Dropped[]): string {
  if (!text.includes(imageGap)) return text
  return text
    .replace(saidTwice, (_, word: string) => {
      dropped.push({ text: word, why: 'a word that stood before an image and behind it' })
      return ''
    })
    .replace(gap, (found, index: number, whole: string) => {
      const [before, after] = [whole.charAt(index - 1), whole.charAt(index + found.length)]
      if (before === '' || after === '' || opens.test(before) || closes.test(after)) return ''
      return found.includes('\n') ? '\n' : ' '
    })
}

const gap = new RegExp(`[ \\t\\n]*${imageGap}(?:[ \\t\\n]*${imageGap})*[ \\t\\n]*`, 'g')
const saidTwice = new RegExp(`(?<!\\p{L})(\\p{L}+)(?:${gap.source})(?=\\1(?!\\p{L}))`, 'giu')
const opens = /[([“‘«\u2028\u2029]/
const closes = /[.,;:!?…)\]”’»\u2028\u2029]/
