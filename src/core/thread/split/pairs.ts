/** How many quotations and brackets of `words` are open at an offset: a cut there would tear them. */
export function openPairs(words: string): (offset: number) => number {
  const steps: { readonly at: number; readonly open: number }[] = []
  const open: string[] = []
  for (const { 0: letter, index } of words.matchAll(pairs)) {
    const closer = closers.get(letter)
    if (letter === '"') toggle(open)
    else if (open.includes(letter)) open.length = open.lastIndexOf(letter)
    else if (closer !== undefined && open.length < deepest) open.push(closer)
    steps.push({ at: index + 1, open: open.length })
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
const pairs = /["()[\]{}“”„«»「」『』（）【】]/g

function toggle(open: string[]): void {
  if (open.at(-1) === '"') open.pop()
  else if (open.length < deepest) open.push('"')
}
