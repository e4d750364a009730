import { readFileSync } from 'node:fs'
import { renderToString } from 'hono/jsx/dom/server'
import type { Problem } from '../../core/problem.ts'
import { usd } from '../../core/thread/price.ts'
import type { Post as ThreadPost, Thread } from '../../core/thread/thread.ts'
import { wordsOf } from '../../core/words.ts'
import type { Account } from '../../ports.ts'
import { Page } from './page.tsx'
import { Post } from './post.tsx'

export interface Preview {
  readonly thread: Thread
  /** Each picture's file name, and the picture as a `data:` address. */
  readonly images: ReadonlyMap<string, string>
  readonly account: Pick<Account, 'handle' | 'name'>
  readonly network: 'x' | 'sandbox'
  /** US dollars for the whole thread. */
  readonly price: number
  readonly problems?: readonly Problem[]
  /** The most that a post may weigh. */
  readonly limit?: number
}

/** The thread as X will show it: one page that needs nothing beside it. */
export function previewPage(preview: Preview): string {
  return `<!doctype html>${renderToString(<ThreadPage {...preview} />)}\n`
}

function ThreadPage({ thread, images, account, network, price, problems = [], limit = 280 }: Preview) {
  const { posts } = thread
  const cards = posts.filter(({ card }) => card !== null).length
  const own = posts.flatMap((post) => post.images).length
  return (
    <Page title={titleOf(posts)} css={styles()}>
      <div class="page">
        <header class="masthead">
          <h1>{posts.length === 1 ? '1 post, as X will show it' : `${posts.length} posts, as X will show them`}</h1>
          <p>
            {`Will be published ${network === 'x' ? 'on X' : 'in the sandbox, not on X,'} as ${account.handle}. Nothing is published yet.`}
          </p>
          <dl class="facts">
            <Fact name="Posts" value={String(posts.length)} />
            <Fact name="Cards" value={String(cards)} />
            {own > 0 && <Fact name="Images" value={String(own)} />}
            <Fact name={network === 'x' ? 'Price' : 'Price on X'} value={usd(price)} />
          </dl>
        </header>
        {problems.length > 0 && <Problems problems={problems} />}
        <main>
          <ol class="thread" aria-label="The thread">
            {posts.map((post) => (
              <li>
                <Post post={post} account={account} pictures={images} price={usd(post.price)} limit={limit} />
              </li>
            ))}
          </ol>
        </main>
        <footer class="colophon">
          Drafted by Broadside. The grey lines (weight, price, kind of break) are for you; X shows none of them.
        </footer>
      </div>
    </Page>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <section class="problems" aria-labelledby="problems">
      <h2 id="problems">{problems.length === 1 ? 'One thing to mend' : `${problems.length} things to mend`}</h2>
      <ul>
        {problems.map(wordsOf).map(({ message, hint }) => (
          <li>
            {message}. <span class="hint">{hint}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function styles(): string {
  return ['post.css', 'preview.css']
    .map((name) => readFileSync(new URL(`../../../assets/styles/${name}`, import.meta.url), 'utf8'))
    .join('\n')
}

/** The beginning of the first post, for the window's title. */
function titleOf(posts: readonly ThreadPost[]): string {
  const words = (posts[0]?.text ?? '').split(/\s+/)
  return words.length > 8 ? `${words.slice(0, 8).join(' ')}…` : words.join(' ')
}
