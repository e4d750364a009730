/** How many quotations and brackets of `words` are open at an offset: a cut there would tear them. */
export function openPairs(words: string): (offset: number) => number {
  if (!anyPair.test(words)) return () => 0
  const steps: { readonly at: number; readonly open: number }[] = []
  const open: string[] = []
  for (let at = 0; at < words.length; at++) {
    const letter = words[at] ?? ''
    const closer = closers.get(letter)
    if (letter === '"') toggle(open)
    else if (closer !== undefined) {
      if (open.length < deepest) open.push(closer)
    } else if (open.includes(letter)) open.length = open.lastIndexOf(letter)
    else continue
    steps.push({ at: at + 1, open: open.length })
  }
  // What is never closed is torn by no cut.
  const unclosed = open.length
  let last = 0
  return (offset) => {
    if ((steps[last]?.at ?? 0) > offset) last = 0
    while ((steps[last + 1]?.at ?? Infinity) <= offset) last++
    const step = steps[last]
    return step === undefined || step.at > offset ? 0 : Math.max(0, step.open - unclosed)
  }
}

const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['【', '】'],
])
/** Deeper than anyone nests; it bounds the work on a text that opens and never closes. */
const deepest = 12
const anyPair = /[("[{“„«「『（【]/

function toggle(open: string[]): void {
  if (open.at(-1) === '"') open.pop()
  else if (open.length < deepest) open.push('"')
}
