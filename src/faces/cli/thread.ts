import type { Problem } from '../../core/problem.ts'
import type { Difference } from '../../core/thread/edit/word-differences.ts'
import { excerpt } from '../../core/thread/excerpt.ts'
import { sum, usd } from '../../core/thread/price.ts'
import type { PartOf, Post } from '../../core/thread/thread.ts'
import { wordsOf } from '../../core/words.ts'
import type { Terminal } from './terminal.ts'

/** The thread of a piece, or the threads of its series, each below a line that says which it is. */
export function printThreads(
  threads: readonly { readonly part: PartOf | null; readonly posts: readonly Post[] }[],
  limit: number,
  terminal: Terminal,
): void {
  for (const { part, posts } of threads) {
    if (part !== null) terminal.print(terminal.ink.bold(`Thread ${part.n} of ${part.of}: ${summaryOf(posts)}\n`))
    printThread(posts, limit, terminal)
  }
}

/** A thread as it will be sent, post by post, with what an owner wants to know of each. */
export function printThread(posts: readonly Post[], limit: number, terminal: Terminal): void {
  const { ink } = terminal
  for (const post of posts) {
    const weight = post.weight > limit ? ink.red(String(post.weight)) : String(post.weight)
    const facts = [
      `${weight}/${limit}`,
      usd(post.price),
      ...(post.break === null ? [] : [post.break === 'hard' ? 'then your break' : `then ${post.break}`]),
      ...(post.source === null && post.n === post.total && post.total > 1 ? [closingFrom] : []),
    ]
    terminal.print(`${ink.bold(`${post.n}/${post.total}`)}  ${ink.dim(facts.join(' · '))}`)
    terminal.print(indented(wrapped(post.text, Math.min(terminal.width - 4, 76)), ink.dim('│ ')))
    if (post.card !== null) terminal.print(indented(`${post.card.file}  “${post.card.quote}”`, ink.dim('▣ ')))
    for (const { file, alt } of post.images) terminal.print(indented(`${file}  ${excerpt(alt, 200)}`, ink.dim('▣ ')))
    for (const link of post.links) terminal.print(indented(`X will link ${link}`, ink.yellow('→ ')))
    terminal.print('')
  }
}

/** Whoever wrote neither wonders where the last post comes from. */
const closingFrom = 'the closing: BROADSIDE_CALL_TO_ACTION, BROADSIDE_NOTICE, or your own'

/** "12 posts, 2 cards, 1 card of code, $0.19", and of a series "3 threads, 40 posts …". */
export function summaryOf(posts: readonly Post[], threads = 1): string {
  const cards = posts.filter(({ card }) => card !== null).length
  const plural = (count: number, word: string, more = '') => `${count} ${word}${count === 1 ? '' : 's'}${more}`
  const series = threads > 1 ? `${threads} threads, ` : ''
  const shown = posts.flatMap((post) => post.images)
  const code = shown.filter(({ drawn }) => drawn !== undefined).length
  const images = shown.length - code
  const pictures = [code && plural(code, 'card', ' of code'), images && plural(images, 'image')]
    .flatMap((words) => (words === 0 ? [] : [`${words}, `]))
    .join('')
  return `${series}${plural(posts.length, 'post')}, ${plural(cards, 'card')}, ${pictures}${usd(sum(posts.map(({ price }) => price)))}`
}

/** Which posts no longer say what the article says: what it says and they do not in brackets, and the other way round. */
export function printDifferences(
  file: string,
  differences: readonly Difference[],
  { ink, print, width }: Terminal,
): void {
  for (const { n, stretches } of differences) {
    const said = stretches.map(({ kind, words }) =>
      kind === 'both' ? shortened(words) : kind === 'article' ? ink.red(`[-${words}-]`) : ink.green(`{+${words}+}`),
    )
    print(`${ink.bold(`${file}, post ${n}`)} no longer says what the article says:`)
    print(`${indented(wrapped(said.join(' '), Math.min(width - 4, 76)), ink.dim('≠ '))}\n`)
  }
}

/** What both say, with a few words beside each difference. */
function shortened(words: string): string {
  const all = words.split(' ')
  return all.length <= 12 ? words : [...all.slice(0, 5), '…', ...all.slice(-5)].join(' ')
}

export function printProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const problem of problems) {
    const { message, hint } = wordsOf(problem)
    terminal.note(`${message}.\n  ${hint}`)
  }
}

function indented(text: string, mark: string): string {
  return text
    .split('\n')
    .map((line) => `  ${mark}${line}`.trimEnd())
    .join('\n')
}

function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => fold(line, width))
    .join('\n')
}

function fold(line: string, width: number): string {
  const lines: string[] = ['']
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join('\n')
}
