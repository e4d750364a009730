import type { Problem } from '../problem.ts'
import { mostPictures, picturesOf } from './pictures.ts'
import type { ImageOnPost, Post } from './thread.ts'

/** What X takes as an alternative text, in characters. */
export const mostAlt = 1_000

/** Where a picture is asked for: a file and its line. */
export interface Where {
  readonly file: string
  readonly line: number
}

/** What is wrong with the pictures of a post, as far as can be told without opening them. */
export function pictureProblems(
  { n, card, images }: Pick<Post, 'n' | 'card' | 'images'>,
  whereIs: (picture: ImageOnPost, index: number) => Where,
): readonly Problem[] {
  const pictures = picturesOf<ImageOnPost>({ card, images })
  const many = pictures.length > mostPictures
  return [
    ...(many ? [{ code: 'pictures-too-many', n, pictures: pictures.length, most: mostPictures } as const] : []),
    ...(card?.drawn === undefined ? [] : [{ code: 'card-outdated', n, file: card.file } as const]),
    ...pictures.flatMap((picture, index) => [
      ...addressProblems(n, picture.file),
      ...altProblems(n, picture, whereIs(picture, index)),
    ]),
  ]
}

function addressProblems(n: number, file: string): readonly Problem[] {
  if (isRemote(file)) return [{ code: 'image-remote', n, address: file, file: nameFor(file) }]
  return isInside(file) ? [] : [{ code: 'image-outside', n, file }]
}

function altProblems(n: number, { file: image, alt }: ImageOnPost, { file, line }: Where): readonly Problem[] {
  if (alt.trim() === '') return [{ code: 'alt-missing', n, image, file, line }]
  const { length } = alt
  return length <= mostAlt ? [] : [{ code: 'alt-too-long', n, image, length, most: mostAlt, file, line }]
}

/** Whether a picture's address is one of the web, or holds the picture itself (`data:`). */
export function isRemote(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(address)
}

/** Whether a file lies in the folder of its piece. */
export function isInside(file: string): boolean {
  return file.split('/').every((part) => part !== '' && !part.startsWith('.') && !/[\\\0]/.test(part))
}

/** What to save a picture of the web as: the last part of its address, as a name that any system takes. */
function nameFor(address: string): string {
  const last =
    address
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  const plain = last.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '')
  return /^.{1,60}\.(?:png|jpe?g|webp)$/i.test(plain) ? plain : 'image.png'
}
