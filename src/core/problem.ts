/** What the owner can mend, as data: the act, the fact and the remedy are put into words in `words.ts` alone. */
export type Problem =
  | { readonly code: 'article-empty' }
  | { readonly code: 'article-no-words' }
  | { readonly code: 'article-front-only' }
  | { readonly code: 'article-too-large'; readonly bytes: number; readonly most: number }
  | { readonly code: 'article-binary' }
  | { readonly code: 'article-not-utf8'; readonly line: number }
  | {
      readonly code: 'mark-bad'
      readonly line: number
      readonly mark: 'keep' | 'skip'
      readonly why: 'unclosed' | 'unopened' | 'nested' | 'empty'
    }
  | {
      readonly code: 'keep-too-heavy'
      readonly line: number
      readonly words: string
      readonly weight: number
      readonly room: number
    }
  | { readonly code: 'keep-broken'; readonly line: number }
  | { readonly code: 'markup-dense'; readonly line: number }
  | { readonly code: 'words-struck'; readonly line: number; readonly words: string }
  | {
      readonly code: 'prose-as-furniture'
      readonly line: number
      readonly words: string
      readonly heading: string
    }
  | { readonly code: 'furniture-kept'; readonly line: number; readonly words: string }
  | { readonly code: 'front-matter-bad'; readonly line: number; readonly why: string }
  | {
      readonly code: 'front-matter-field'
      /** Absent where it is not the article's. */
      readonly line?: number
      readonly field: string
      readonly value: string
      readonly wants: string
    }
  | {
      readonly code: 'front-matter-unknown'
      readonly line: number
      readonly field: string
      readonly near: string | null
    }
  | { readonly code: 'code-as-text'; readonly line: number; readonly lines: readonly number[] }
  | { readonly code: 'post-too-heavy'; readonly n: number; readonly weight: number; readonly limit: number }
  | { readonly code: 'thread-empty'; readonly slug: string }
  | { readonly code: 'post-empty'; readonly n: number }
  | { readonly code: 'closing-too-heavy'; readonly weight: number; readonly limit: number }
  | { readonly code: 'numbering-too-heavy'; readonly numbering: string; readonly limit: number }
  | { readonly code: 'parts-too-many'; readonly parts: number; readonly most: number }
  | { readonly code: 'article-changed'; readonly file: string }
  | { readonly code: 'thread-missing'; readonly file: string }
  | { readonly code: 'thread-long'; readonly posts: number; readonly parts: number }
  | {
      readonly code: 'link-by-accident'
      /** The article's; absent where the post says what the article does not. */
      readonly line?: number
      readonly n: number
      readonly link: string
      readonly mend: string
    }
  | { readonly code: 'words-lost'; readonly words: string }
  | {
      readonly code: 'quote-not-in-article'
      /** Of the quotes in the front matter. */
      readonly line?: number
      readonly quote: string
    }
  | { readonly code: 'quote-empty' }
  | { readonly code: 'quote-too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'quote-script'; readonly script: string; readonly package: string | null }
  | { readonly code: 'quote-sign'; readonly sign: string }
  | { readonly code: 'photo-none'; readonly theme: string }
  | { readonly code: 'photo-bad'; readonly why: string }
  | { readonly code: 'photo-as-svg' }
  | { readonly code: 'photo-too-large'; readonly megapixels: number; readonly most: number }
  | { readonly code: 'logo-bad'; readonly file: string; readonly why: string }
  | { readonly code: 'logo-faint'; readonly theme: string; readonly wanted: 'lighter' | 'darker' }
  | { readonly code: 'picture-missing'; readonly what: 'logo' | 'photo'; readonly file: string }
  | { readonly code: 'theme-unknown'; readonly theme: string; readonly themes: readonly string[] }
  | { readonly code: 'image-missing'; readonly n: number; readonly file: string; readonly folder: string }
  | {
      readonly code: 'image-kept'
      /** Where the piece has it, and where the other of that name lies. */
      readonly file: string
      readonly other: string
      readonly article: string
    }
  | { readonly code: 'image-remote'; readonly n: number; readonly address: string; readonly file: string }
  | { readonly code: 'image-outside'; readonly n: number; readonly file: string }
  | { readonly code: 'image-unreadable'; readonly n: number; readonly file: string; readonly why: string }
  | { readonly code: 'image-type'; readonly n: number; readonly file: string }
  | {
      readonly code: 'image-too-large'
      readonly n: number
      readonly file: string
      readonly bytes: number
      readonly most: number
    }
  | {
      readonly code: 'alt-missing'
      readonly n: number
      readonly image: string
      readonly file: string
      readonly line: number
    }
  | {
      readonly code: 'alt-too-long'
      readonly n: number
      readonly image: string
      readonly length: number
      readonly most: number
      readonly file: string
      readonly line: number
    }
  | { readonly code: 'pictures-too-many'; readonly n: number; readonly pictures: number; readonly most: number }
  | { readonly code: 'card-outdated'; readonly n: number; readonly file: string }
  | { readonly code: 'code-sign'; readonly line: number; readonly sign: string }
  | { readonly code: 'code-line-wide'; readonly line: number; readonly words: string }
  | { readonly code: 'code-too-long'; readonly line: number; readonly lines: number; readonly cards: number }
  | { readonly code: 'code-line-heavy'; readonly line: number; readonly weight: number; readonly room: number }
  | { readonly code: 'code-undrawn'; readonly file: string; readonly line: number }
  | { readonly code: 'heading-unclear'; readonly file: string; readonly line: number; readonly words: string }
  | { readonly code: 'picture-unclear'; readonly file: string; readonly line: number }
  | { readonly code: 'comment-unclosed'; readonly file: string; readonly line: number }
  | { readonly code: 'head-unclosed'; readonly file: string; readonly line: number }
  | { readonly code: 'head-missing'; readonly file: string }
  | { readonly code: 'head-field-unknown'; readonly file: string; readonly field: string; readonly near: string | null }
  | { readonly code: 'closing-out'; readonly file: string }
  | { readonly code: 'images-out'; readonly file: string; readonly images: readonly string[] }
  | {
      readonly code: 'words-unsaid'
      readonly file: string
      readonly words: string
      /** Whether the article was changed since the thread was drafted. */
      readonly moved: boolean
    }
  | { readonly code: 'card-unsaid'; readonly n: number; readonly file: string; readonly quote: string }
  | { readonly code: 'card-beside-image'; readonly n: number; readonly file: string; readonly image: string }
  | { readonly code: 'mention'; readonly n: number; readonly mention: string }
  | { readonly code: 'tag'; readonly n: number; readonly tag: string; readonly kind: 'hashtag' | 'cashtag' }
  | {
      readonly code: 'thread-stale'
      readonly slug: string
      readonly files: readonly string[]
      /** How many threads the piece has now. */
      readonly of: number
    }
  | { readonly code: 'card-missing'; readonly n: number; readonly file: string }
  | {
      readonly code: 'post-repeated'
      readonly n: number
      readonly of: string
      /** When X takes it, in the owner's words; null: not in this thread. */
      readonly until: string | null
      /** Which thread has to wait: the one that goes out later. */
      readonly waits: 'this' | 'other'
    }

const warnings: ReadonlySet<Problem['code']> = new Set([
  'code-as-text',
  'prose-as-furniture',
  'furniture-kept',
  'markup-dense',
  'words-struck',
  'front-matter-unknown',
  'logo-faint',
  'link-by-accident',
  'keep-too-heavy',
  'keep-broken',
  'thread-long',
  'article-changed',
  'closing-out',
  'images-out',
  'words-unsaid',
  'post-repeated',
  'image-kept',
  'card-unsaid',
  'card-beside-image',
  'mention',
  'tag',
  'thread-stale',
])

/** Whether the owner is told and may publish all the same; any other problem refuses. */
export function isWarning({ code }: Problem): boolean {
  return warnings.has(code)
}
