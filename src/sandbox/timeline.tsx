import { renderToString } from 'hono/jsx/dom/server'
import { usd } from '../core/thread/price.ts'
import { costOf } from './bill.ts'
import { Post } from './post.tsx'
import { byAge } from './snowflake.ts'
import type { SandboxPost, State } from './state.ts'

interface Showing {
  readonly state: State
  readonly now: Date
  /** The path of this page, to come back to. */
  readonly here: string
  /** The one conversation to show; null for all, newest first. */
  readonly conversation: string | null
}

/** The timeline as a page. */
export function timelinePage({ state, now, here, conversation }: Showing): string {
  const shown = conversationsOf(state).filter(
    (posts) => conversation === null || posts[0]?.conversation === conversation,
  )
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>@{state.account.handle} in Broadside’s sandbox</title>
        <link rel="stylesheet" href="/styles/post.css" />
        <link rel="stylesheet" href="/styles/timeline.css" />
      </head>
      <body>
        <a class="skip" href="#posts">
          To the posts
        </a>
        <p class="banner" role="note">
          <strong>This is Broadside’s sandbox, not X.</strong> Nothing here leaves this computer.
        </p>
        <div class="columns">
          <main id="posts" class="feed">
            <header class="feed-head">
              {conversation !== null && (
                <a class="back" href="/" aria-label="Back to the timeline">
                  ←
                </a>
              )}
              <h1>{conversation === null ? 'The sandbox timeline' : 'Thread'}</h1>
            </header>
            {shown.length === 0 ? (
              <Empty />
            ) : (
              shown.map((posts) => <Conversation posts={posts} state={state} now={now} here={here} />)
            )}
          </main>
          <Aside state={state} />
        </div>
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}`
}

/** The posts that {@link timelinePage} shows: these are seen. */
export function seenOn({ state, conversation }: Pick<Showing, 'state' | 'conversation'>): readonly string[] {
  const live = state.posts.filter((post) => post.deletedAt === null)
  return live.filter((post) => conversation === null || post.conversation === conversation).map((post) => post.id)
}

function Conversation({
  posts,
  state,
  now,
  here,
}: {
  posts: readonly SandboxPost[]
  state: State
  now: Date
  here: string
}) {
  return (
    <section class="conversation" aria-label={posts.length > 1 ? `A thread of ${posts.length} posts` : 'A post'}>
      {posts.map((post, index) => (
        <Post post={post} state={state} now={now} here={here} chained={posts[index + 1]?.replyTo === post.id} />
      ))}
    </section>
  )
}

function Empty() {
  return (
    <div class="empty">
      <p class="empty-title">Nothing is posted yet.</p>
      <p>
        Draft an article, approve it, and run <code>broadside tick</code>: its thread appears here.
      </p>
    </div>
  )
}

function Aside({ state }: { state: State }) {
  const { account } = state
  const own = state.posts.filter((post) => post.author === account.id && post.deletedAt === null)
  const seen = own.reduce((sum, post) => sum + post.engagement.impressions, 0)
  const calls = Object.values(state.calls).reduce((sum, count) => sum + (count ?? 0), 0)
  return (
    <aside class="aside" aria-label="About this sandbox">
      <section class="panel">
        <p class="panel-name">{account.name}</p>
        <p class="panel-handle">@{account.handle}</p>
        <dl class="tally">
          <Tally name="Posts" value={own.length.toLocaleString('en')} />
          <Tally name="Impressions" value={seen.toLocaleString('en')} />
          <Tally name="API calls" value={calls.toLocaleString('en')} />
          <Tally name="X would charge" value={usd(costOf(state))} />
        </dl>
      </section>
      <section class="panel panel--quiet">
        <p>
          You are the visitor: like, repost and reply as a reader would. Every look at this page counts as an impression
          of each post on it.
        </p>
      </section>
    </aside>
  )
}

function Tally({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The owner's live posts by conversation, the newest conversation first, each in the order of posting. */
function conversationsOf({ posts, account }: State): readonly (readonly SandboxPost[])[] {
  const own = posts.filter((post) => post.author === account.id && post.deletedAt === null)
  const ids = [...new Set(own.map((post) => post.conversation))]
  return ids
    .map((id) => own.filter((post) => post.conversation === id).toSorted(byAge))
    .toSorted(([a], [b]) => (a && b ? byAge(b, a) : 0))
}
