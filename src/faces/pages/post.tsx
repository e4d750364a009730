import type { Child } from 'hono/jsx'
import { picturesOf } from '../../core/thread/pictures.ts'
import type { Break, ImageOnPost, Post as ThreadPost } from '../../core/thread/thread.ts'
import type { Account } from '../../ports.ts'
import { stretchesOf, type Stretch } from './stretches.ts'

interface Props {
  readonly post: ThreadPost
  readonly account: Pick<Account, 'handle' | 'name'>
  /** Each picture's file name, and the picture as a `data:` address; a file that cannot be read is absent. */
  readonly pictures: ReadonlyMap<string, string>
  readonly price: string
  readonly limit: number
}

/** One post of a thread, with its weight, its price and the kind of break after it. */
export function Post({ post, account, pictures, price, limit }: Props) {
  const last = post.break === null
  return (
    <>
      <article
        class={`post ${last ? 'post--closing' : 'post--chained'}`}
        id={`post-${post.n}`}
        aria-label={`Post ${post.n} of ${post.total}`}
      >
        <div class="post-rail">
          <span class="avatar" aria-hidden="true">
            {Array.from(account.name)[0]?.toUpperCase()}
          </span>
        </div>
        <div class="post-body">
          <div class="post-head">
            <b class="post-name">{account.name}</b> <span class="post-handle">{account.handle}</span>
          </div>
          <p class="post-text">
            {stretchesOf(post.text, post.links).map((stretch) => (
              <Words stretch={stretch} />
            ))}
          </p>
          <Pictures of={picturesOf<ImageOnPost>(post)} addresses={pictures} />
          <Meta post={post} price={price} limit={limit} />
        </div>
      </article>
      {post.break !== null && (
        <div class="break">
          <span>{breaks[post.break]}</span>
        </div>
      )}
    </>
  )
}

function Words({ stretch: { kind, text } }: { stretch: Stretch }): Child {
  return kind === 'words' ? text : <span class="post-link">{text}</span>
}

interface Shown {
  readonly of: readonly ImageOnPost[]
  readonly addresses: ReadonlyMap<string, string>
}

/** The card and the article's images as X lays them out, and below them what each says to those who cannot see it. */
function Pictures({ of, addresses }: Shown): Child {
  if (of.length === 0) return null
  const described = of.filter((picture) => !isUndescribed(picture))
  return (
    <>
      <div class={`post-cards post-cards--${Math.min(4, of.length)}`}>
        {of.map(({ file, alt }) => {
          const address = addresses.get(file)
          if (address === undefined) return <p class="card-missing">{file} cannot be shown.</p>
          return (
            <span class="post-card">
              <img src={address} alt={alt} />
            </span>
          )
        })}
      </div>
      {described.length > 0 && (
        <details class="alt">
          <summary>ALT</summary>
          {described.map(({ alt }) => (
            <p>{alt}</p>
          ))}
        </details>
      )}
      {described.map(({ alt }) => (
        <p class="alt-printed">ALT: {alt}</p>
      ))}
      {of.filter(isUndescribed).map(({ file }) => (
        <p class="alt-none">Nothing is said of {file} yet.</p>
      ))}
    </>
  )
}

function isUndescribed({ alt }: ImageOnPost): boolean {
  return alt.trim() === ''
}

function Meta({ post: { n, total, weight, links }, price, limit }: { post: ThreadPost; price: string; limit: number }) {
  const state = weight > limit ? ' weight--over' : weight > limit - 20 ? ' weight--near' : ''
  const costly = links.length > 0
  return (
    <div class="meta">
      <span class={`weight${state}`} title={`Weighs ${weight} of ${limit}`}>
        <svg class="ring" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <circle class="ring-track" cx="10" cy="10" r="8" />
          <circle
            class="ring-full"
            cx="10"
            cy="10"
            r="8"
            pathLength="100"
            stroke-dasharray={`${Math.min(100, (weight / limit) * 100)} 100`}
          />
        </svg>
        {weight}/{limit}
      </span>
      <span class={costly ? 'costly' : undefined} title={costly ? 'X charges more for a post with a link' : undefined}>
        {price}
        {costly && ' with a link'}
      </span>
      <a href={`#post-${n}`}>
        Post {n} of {total}
      </a>
    </div>
  )
}

const breaks: Readonly<Record<Break, string>> = {
  section: 'breaks at a heading',
  paragraph: 'breaks between paragraphs',
  item: 'breaks between items',
  sentence: 'breaks between sentences',
  clause: 'breaks within a sentence',
  word: 'breaks between words',
  grapheme: 'breaks within a word',
  hard: 'your own break',
}
