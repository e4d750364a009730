import type { ChosenQuote } from '../core/card/choose.ts'
import type { Problem } from '../core/problem.ts'
import { withPictures } from '../core/thread/posts.ts'
import type { CardOnPost, Post } from '../core/thread/thread.ts'
import type { Card } from './draw.ts'
import { type DrawingNeeds, type Subject, takePen } from './take-pen.ts'

/** Posts with their cards, and the cards' files. */
export interface Drawn {
  readonly posts: readonly Post[]
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly problems: readonly Problem[]
}

interface Order {
  readonly subject: Subject
  /** Names of files that other pictures have. */
  readonly taken: ReadonlySet<string>
  /** The posts with the cards that are drawn anew: they keep their files, and the words of an owner who described them. */
  readonly before?: readonly Post[]
}

/** Draws a card for each quote, all at once, and puts each on its post. */
export async function drawAll(
  quotes: readonly ChosenQuote[],
  posts: readonly Post[],
  { order, ports }: { readonly order: Order; readonly ports: DrawingNeeds },
): Promise<Drawn> {
  const pen = await takePen(order.subject, ports)
  ports.progress.say(`drawing ${quotes.length} cards`)
  const drawn = await Promise.all(quotes.map(async (one) => ({ ...one, card: await pen.draw(one.quote) })))
  const problems = [...pen.problems]
  const files = new Map<string, Uint8Array>()
  const cards = new Map<number, CardOnPost>()
  for (const { post, quote, card } of drawn) {
    if (card.kind === 'problem') {
      problems.push(card.problem)
      continue
    }
    const old = order.before?.find(({ n }) => n === post)?.card ?? null
    const file = nameOf(card, old, order, files)
    files.set(file, card.bytes)
    cards.set(post, { file, quote, alt: old?.alt.includes(quote) ? old.alt : card.alt })
  }
  return { posts: posts.map((post) => withCard(post, cards.get(post.n))), files, problems }
}

function withCard(post: Post, card: CardOnPost | undefined): Post {
  return card === undefined ? post : withPictures(post, { card })
}

/** Its old name where it had one that fits, else the first of card-1.png, card-2.png … that is free; of a series card-2-1.png. */
function nameOf(
  card: Card,
  old: CardOnPost | null,
  { subject: { part }, taken }: Order,
  files: ReadonlyMap<string, Uint8Array>,
): string {
  const isFree = (file: string): boolean => !files.has(file) && !taken.has(file)
  if (old !== null && isFree(old.file) && endsAs(card, old.file)) return old.file
  const thread = part === null ? '' : `${part.n}-`
  for (let n = 1; ; n++) {
    const file = `card-${thread}${n}.${card.type === 'image/jpeg' ? 'jpg' : 'png'}`
    if (isFree(file)) return file
  }
}

function endsAs({ type }: Card, file: string): boolean {
  return type === 'image/jpeg' ? /\.jpe?g$/i.test(file) : /\.png$/i.test(file)
}
