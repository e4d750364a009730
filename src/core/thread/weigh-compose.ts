/**
 * `text` in Unicode's normalisation form C, in which X counts it. Does what `text.normalize()` does, but in good time: that
 * is quadratic where thousands of combining marks stand in a row out of their order, so long rows are put in order first.
 */
export function compose(text: string): string {
  return text.replace(longRow, inOrder).normalize()
}

/** For each offset in `text`, the offset in its composed form; inside a cluster that composing changes, the cluster's end. */
export function composedOffsets(text: string): (offset: number) => number {
  const offsets = new Uint32Array(text.length + 1)
  let end = 0
  for (const { index, 0: cluster } of text.matchAll(composing)) {
    const start = end
    const composed = compose(cluster)
    end += composed.length
    for (let at = 0; at < cluster.length; at++)
      offsets[index + at] = at === 0 || composed === cluster ? start + at : end
  }
  offsets[text.length] = end
  return (offset) => offsets[offset]!
}

const longRow = /\p{M}{100,}/gu
/** A letter with all that may compose with it, marks and the later parts of a Korean syllable; white space is by itself. */
const composing = /\s|[^][\p{M}\u1160-\u11ff]*/gu

/** One mark of each combining class that Unicode has, from the lowest class to the highest. */
const classes = Array.from(
  '\u0334\u{16ff0}\u093c\u3099\u094d\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb\u05bc\u05bd' +
    '\u05bf\u05c1\u05c2\ufb1e\u064b\u064c\u064d\u0618\u0619\u061a\u0651\u0652\u0670\u0711\u0c55\u0c56\u0e38\u0e48' +
    '\u0eb8\u0ec8\u0f71\u0f72\u0f74\u0321\u1dce\u031b\u1dfa\u0316\u059a\u302e\u{1d16d}\u05ae\u0300\u0315\u035c\u035d\u0345',
)

/** Canonical ordering of a row of marks: stable by combining class, where a mark of class 0 moves not and lets none pass. */
function inOrder(row: string): string {
  const marks = Array.from(row, (mark) => mark.normalize('NFD')).join('')
  let ordered = ''
  let stretch: { mark: string; rank: number }[] = []
  const settle = () => {
    for (const { mark } of stretch.toSorted((a, b) => a.rank - b.rank)) ordered += mark
    stretch = []
  }
  for (const mark of marks) {
    const rank = rankOf(mark)
    if (rank > 0) {
      stretch.push({ mark, rank })
    } else {
      settle()
      ordered += mark
    }
  }
  settle()
  return ordered
}

const ranks = new Map<string, number>()

/** The place of the mark's combining class among all, from 1; 0 for the class that never moves. */
function rankOf(mark: string): number {
  const known = ranks.get(mark)
  if (known !== undefined) return known
  const lower = classes.filter((other) => swaps(mark, other)).length
  const rank = lower > 0 || swaps(classes.at(-1)!, mark) ? lower + 1 : 0
  ranks.set(mark, rank)
  return rank
}

/** Whether canonical ordering puts `second` before `first`: its class is lower, and neither is 0. */
function swaps(first: string, second: string): boolean {
  return (first + second).normalize('NFD') !== first.normalize('NFD') + second.normalize('NFD')
}
