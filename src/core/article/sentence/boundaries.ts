/**
 * Where the segments of `text` begin, the first at 0. In stretches, because the engine's own segmenter takes time quadratic
 * in the length of some texts (rows of emoji); each stretch begins where a segment does.
 */
export function boundariesIn(text: string, segmenter: Intl.Segmenter): readonly number[] {
  const found: number[] = []
  let from = 0
  let length = stretch
  while (from < text.length) {
    const cutsPair = (text.charCodeAt(from + length - 1) & 0xfc00) === 0xd800
    if (cutsPair) length++
    const starts = Array.from(segmenter.segment(text.slice(from, from + length)), ({ index }) => index)
    const last = starts.at(-1) ?? 0
    const isEnd = from + length >= text.length
    // The last segment may go on beyond the stretch, and may fill all of it.
    for (const start of starts) if (isEnd || start < last) found.push(from + start)
    if (isEnd) break
    length = last === 0 ? length * 2 : stretch
    from += last
  }
  return found
}

const stretch = 2000
