/** X shows at most this many pictures on a post. */
export const mostPictures = 4

/** A post's pictures in the order in which X shows them: its card, then the article's images. */
export function picturesOf<P>({
  card,
  images,
}: {
  readonly card: P | null
  readonly images: readonly P[]
}): readonly P[] {
  return card === null ? images : [card, ...images]
}
