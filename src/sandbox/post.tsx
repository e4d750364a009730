import type { Child } from 'hono/jsx'
import { userOf } from './fresh.ts'
import { Icon } from './icons.tsx'
import { displayUrl, expandedUrl } from './shown.ts'
import { spansOf, type Span } from './spans.ts'
import type { SandboxPost, State, User } from './state.ts'

interface Sight {
  readonly post: SandboxPost
  readonly state: State
  readonly now: Date
}

/** A post of the owner's, with its pictures, its counts, what a visitor can do to it, and what others replied. */
export function Post({ post, state, now, chained, here }: Sight & { chained: boolean; here: string }) {
  const author = userOf(state, post.author)
  const replies = state.posts.filter(
    (one) => one.replyTo === post.id && one.deletedAt === null && one.author !== post.author,
  )
  return (
    <article class={`post${chained ? ' post--chained' : ''}`} id={post.id} aria-label={`Post by ${author.name}`}>
      <div class="post-rail">
        <Avatar user={author} />
      </div>
      <div class="post-body">
        <Head post={post} state={state} now={now} />
        <Text text={post.text} />
        <Pictures post={post} state={state} />
        <Acts post={post} here={here} />
        {replies.length > 0 && (
          <ul class="replies" aria-label="Replies">
            {replies.map((reply) => (
              <li class="reply" id={reply.id}>
                <Head post={reply} state={state} now={now} />
                <Text text={reply.text} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
}

function Avatar({ user }: { user: User }) {
  return (
    <span class="avatar" aria-hidden="true">
      {Array.from(user.name)[0]}
    </span>
  )
}

function Head({ post, state, now }: Sight) {
  const { name, handle } = userOf(state, post.author)
  return (
    <div class="post-head">
      <b class="post-name">{name}</b> <span class="post-handle">@{handle}</span>
      <span aria-hidden="true"> · </span>
      <a class="post-time" href={`/${handle}/status/${post.id}`}>
        <time datetime={post.at}>{agoOf(post.at, now)}</time>
      </a>
    </div>
  )
}

function Text({ text }: { text: string }) {
  return (
    <p class="post-text">
      {spansOf(text).map((span) => (
        <Stretch span={span} />
      ))}
    </p>
  )
}

function Stretch({ span: { kind, text } }: { span: Span }): Child {
  if (kind === 'words') return text
  if (kind !== 'url') return <span class="post-link">{text}</span>
  return (
    <a class="post-link" href={expandedUrl(text)} rel="noopener noreferrer nofollow">
      {displayUrl(text)}
    </a>
  )
}

function Pictures({ post, state }: Pick<Sight, 'post' | 'state'>) {
  if (post.pictures.length === 0) return null
  return (
    <div class={`post-cards post-cards--${post.pictures.length}`}>
      {post.pictures.map((id) => (
        <a class="post-card" href={`/media/${id}`}>
          <img
            src={`/media/${id}`}
            alt={state.pictures[id]?.alt ?? 'A picture without alternative text'}
            loading="lazy"
          />
        </a>
      ))}
    </div>
  )
}

function Acts({ post: { id, engagement, visitor }, here }: { post: SandboxPost; here: string }) {
  const reposts = engagement.reposts + engagement.quotes
  return (
    <>
      <div class="acts">
        <a class="act act--reply" href={`#r${id}`} aria-label={`Reply (${engagement.replies} so far)`} title="Reply">
          <Icon of="reply" /> <Figure count={engagement.replies} />
        </a>
        <Toggle id={id} here={here} what="repost" done={visitor.reposted} count={reposts} />
        <Toggle id={id} here={here} what="like" done={visitor.liked} count={engagement.likes} />
        <Seen icon="bookmark" name="bookmarks" count={engagement.bookmarks} />
        <Seen icon="views" name="impressions" count={engagement.impressions} />
      </div>
      <form class="reply-form" id={`r${id}`} method="post" action={`/posts/${id}/reply`}>
        <input type="hidden" name="here" value={here} />
        <label for={`t${id}`}>Your reply, as the visitor of this sandbox</label>
        <textarea id={`t${id}`} name="text" rows={2} maxlength={280} required />
        <button class="button" type="submit">
          Reply
        </button>
      </form>
    </>
  )
}

/** A figure that a visitor cannot change here. */
function Seen({ icon, name, count }: { icon: 'bookmark' | 'views'; name: string; count: number }) {
  return (
    <span class="act" title={`${count.toLocaleString('en')} ${name}`}>
      <Icon of={icon} /> <Figure count={count} />
      <span class="unseen"> {name}</span>
    </span>
  )
}

interface ToggleProps {
  readonly id: string
  readonly here: string
  readonly what: 'like' | 'repost'
  readonly done: boolean
  readonly count: number
}

function Toggle({ id, here, what, done, count }: ToggleProps) {
  const name = what === 'like' ? 'Like' : 'Repost'
  return (
    <form method="post" action={`/posts/${id}/${what}`}>
      <input type="hidden" name="here" value={here} />
      <button
        class={`act act--${what}`}
        type="submit"
        aria-pressed={done ? 'true' : 'false'}
        aria-label={`${name} (${count} so far)`}
        title={name}
      >
        <Icon of={what} /> <Figure count={count} />
      </button>
    </form>
  )
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

function Figure({ count }: { count: number }) {
  return <span class="figure">{count === 0 ? '' : compact.format(count)}</span>
}

const dayOf = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' })

function agoOf(at: string, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 1000))
  if (seconds < 60) return `${seconds}s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)}h` : dayOf.format(new Date(at))
}
