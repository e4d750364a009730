/**
 * `text` in Unicode's normalisation form C, in which X counts. Does what `text.normalize()` does, but in good time: that is
 * quadratic where thousands of combining marks stand in a row out of their order, so long rows are put in order first.
 */
export function nfc(text: string): string {
  return text.replace(/\p{M}{100,}/gu, inOrder).normalize()
}

/** One mark of each combining class that Unicode has, from the lowest class to the highest. */
const classes =
  '\u0334\u{16ff0}\u093c\u3099\u094d\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb\u05bc\u05bd' +
  '\u05bf\u05c1\u05c2\ufb1e\u064b\u064c\u064d\u0618\u0619\u061a\u0651\u0652\u0670\u0711\u0c55\u0c56\u0e38\u0e48' +
  '\u0eb8\u0ec8\u0f71\u0f72\u0f74\u0321\u1dce\u031b\u1dfa\u0316\u059a\u302e\u{1d16d}\u05ae\u0300\u0315\u035c\u035d\u0345'

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
  const all = Array.from(classes)
  const lower = all.filter((other) => swaps(mark, other)).length
  const rank = lower > 0 || swaps(all.at(-1)!, mark) ? lower + 1 : 0
  ranks.set(mark, rank)
  return rank
}

/** Whether canonical ordering puts `second` before `first`: its class is lower, and neither is 0. */
function swaps(first: string, second: string): boolean {
  return (first + second).normalize('NFD') !== first.normalize('NFD') + second.normalize('NFD')
}
