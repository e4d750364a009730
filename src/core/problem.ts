/** What the owner can mend, as data: the act, the fact and the remedy are put into words in {@link wordsOf} alone. */
export type Problem =
  | { readonly code: 'article-empty' }
  | { readonly code: 'article-no-words' }
  | { readonly code: 'article-too-large'; readonly bytes: number; readonly most: number }
  | { readonly code: 'article-binary' }
  | { readonly code: 'article-not-utf8'; readonly line: number }
  | {
      readonly code: 'mark-bad'
      readonly line: number
      readonly mark: 'keep' | 'skip'
      readonly why: 'unclosed' | 'unopened' | 'nested' | 'empty'
    }
  | { readonly code: 'keep-too-heavy'; readonly words: string; readonly weight: number; readonly room: number }
  | { readonly code: 'front-matter-bad'; readonly line: number; readonly why: string }
  | { readonly code: 'front-matter-field'; readonly field: string; readonly value: string; readonly wants: string }
  | { readonly code: 'post-too-heavy'; readonly n: number; readonly weight: number; readonly limit: number }
  | { readonly code: 'thread-empty'; readonly slug: string }
  | { readonly code: 'post-empty'; readonly n: number }
  | { readonly code: 'closing-too-heavy'; readonly weight: number; readonly limit: number }
  | { readonly code: 'numbering-too-heavy'; readonly numbering: string; readonly limit: number }
  | { readonly code: 'parts-too-many'; readonly parts: number; readonly most: number }
  | { readonly code: 'article-changed'; readonly file: string }
  | { readonly code: 'thread-missing'; readonly file: string }
  | { readonly code: 'thread-long'; readonly posts: number; readonly parts: number }
  | { readonly code: 'link-by-accident'; readonly n: number; readonly link: string; readonly mend: string }
  | { readonly code: 'words-lost'; readonly words: string }
  | { readonly code: 'quote-not-in-article'; readonly quote: string }
  | { readonly code: 'quote-empty' }
  | { readonly code: 'quote-too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'quote-script'; readonly script: string; readonly package: string | null }
  | { readonly code: 'quote-sign'; readonly sign: string }
  | { readonly code: 'photo-none'; readonly theme: string }
  | { readonly code: 'photo-bad'; readonly why: string }
  | { readonly code: 'photo-as-svg' }
  | { readonly code: 'photo-too-large'; readonly megapixels: number; readonly most: number }
  | { readonly code: 'logo-bad'; readonly file: string; readonly why: string }
  | { readonly code: 'picture-missing'; readonly what: 'logo' | 'photo'; readonly file: string }
  | { readonly code: 'theme-unknown'; readonly theme: string; readonly themes: readonly string[] }
  | { readonly code: 'card-missing'; readonly n: number; readonly file: string }
  | { readonly code: 'post-repeated'; readonly n: number; readonly of: string; readonly until: string | null }

/** A problem said to a person: what could not be done and why, and what to do about it. */
export interface Words {
  readonly message: string
  readonly hint: string
}

type Said = { readonly [C in Problem['code']]: (problem: Extract<Problem, { code: C }>) => Words }

const said: Said = {
  'article-empty': () => ({
    message: 'Cannot draft the article: it is empty',
    hint: 'Write something in it, then draft again.',
  }),
  'article-no-words': () => ({
    message: 'Cannot draft the article: it holds nothing but furniture, a call to action and a notice',
    hint: 'See what was dropped and why with "broadside draft --json".',
  }),
  'article-too-large': ({ bytes, most }) => ({
    message: `Cannot draft the article: it has ${megabytes(bytes)}, and a thread is made from at most ${megabytes(most)}`,
    hint: 'Part it into several articles.',
  }),
  'article-binary': () => ({
    message: 'Cannot draft the article: it is not a text (it holds zero bytes)',
    hint: 'Give a .md or .txt file; save a word processor’s file as plain text in UTF-8 first.',
  }),
  'article-not-utf8': ({ line }) => ({
    message: `Cannot draft the article: line ${line} is not UTF-8`,
    hint: 'Save it again with the encoding UTF-8.',
  }),
  'mark-bad': ({ line, mark, why }) => ({
    message: `Cannot read the mark on line ${line}: ${marksSaid[why](mark)}`,
    hint: `Write {${mark}} before the passage and {/${mark}} after it; "\\{" where a reader is to see the bracket.`,
  }),
  'keep-too-heavy': ({ words, weight, room }) => ({
    message: `The passage kept together that begins "${words}" is cut: it weighs ${weight}, and a post holds ${room}`,
    hint: 'Shorten it, or part it in two with another {keep}.',
  }),
  'front-matter-bad': ({ line, why }) => ({
    message: `Cannot read the front matter, line ${line}: ${why}`,
    hint: 'Mend the lines between the two "---" at the top, or take them out.',
  }),
  'front-matter-field': ({ field, value, wants }) => ({
    message: `Cannot read "${field}" in the front matter: it is ${value}`,
    hint: `Write ${wants} after "${field}:", or take the line out.`,
  }),
  'post-too-heavy': ({ n, weight, limit }) => ({
    message: `Cannot queue post ${n}: it weighs ${weight}, and X takes at most ${limit}`,
    hint: `Take ${weight - limit} or more off it in thread.md, or part it in two.`,
  }),
  'thread-empty': ({ slug }) => ({
    message: `Cannot queue ${slug}: its thread.md holds no post`,
    hint: 'Write one under a line "## 1", or delete the file and draft again.',
  }),
  'post-empty': ({ n }) => ({
    message: `Cannot queue post ${n}: it is empty`,
    hint: 'Write something under its heading in thread.md, or take the heading out.',
  }),
  'closing-too-heavy': ({ weight, limit }) => ({
    message: `Cannot draft the closing: it weighs ${weight}, and a post may weigh ${limit}`,
    hint: 'Shorten BROADSIDE_CALL_TO_ACTION or BROADSIDE_NOTICE.',
  }),
  'numbering-too-heavy': ({ numbering, limit }) => ({
    message: `Cannot draft the thread: the numbering "${numbering}" leaves no room for words in posts of ${limit}`,
    hint: 'Shorten BROADSIDE_NUMBERING, or raise BROADSIDE_LIMIT.',
  }),
  'parts-too-many': ({ parts, most }) => ({
    message: `Cannot part the article into ${parts} threads: its headings make at most ${most}`,
    hint: most === 1 ? 'Give it headings, or draft it as one thread.' : `Ask for ${most} or fewer, or add headings.`,
  }),
  'article-changed': ({ file }) => ({
    message: `The article was changed after ${file} was drafted`,
    hint: 'Draft it again; with --again what you changed in the thread stays, and all else is split anew.',
  }),
  'thread-missing': ({ file }) => ({
    message: `Cannot read the series: ${file} is not there`,
    hint: 'Draft it again; to make it one thread, draft with "--parts none".',
  }),
  'thread-long': ({ posts, parts }) => ({
    message: `The thread has ${posts} posts, and few readers follow one that far`,
    hint: `"--parts ${parts}" makes a series of ${parts} threads cut at its headings, a day apart; "--parts none" keeps it one.`,
  }),
  'link-by-accident': ({ n, link, mend }) => ({
    message: `Post ${n}: X would make a link of "${link}", and charge $0.20 for the post instead of $0.015`,
    hint: mend,
  }),
  'words-lost': ({ words }) => ({
    message: `Cannot draft the article: these words would be lost: "${words}"`,
    hint: 'This is a fault of Broadside; please report it with the article.',
  }),
  'quote-not-in-article': ({ quote }) => ({
    message: `Cannot draw a card for "${quote}": the article does not hold these words`,
    hint: 'Copy the quote from the article letter by letter.',
  }),
  'quote-empty': () => ({
    message: 'Cannot draw a card: the quote is empty',
    hint: 'Give the words between quotation marks.',
  }),
  'quote-too-long': ({ length, most }) => ({
    message: `Cannot draw a card: the quote has ${length} characters and does not fit at the smallest size (about ${most} do)`,
    hint: 'Choose a shorter passage, or a larger --size.',
  }),
  'quote-script': ({ script, package: name }) => ({
    message: `Cannot draw a card: no font here has the letters of ${script}`,
    hint:
      name === null
        ? 'Choose a passage in another script: cards cannot be set in this one yet.'
        : `Install one that has, in the folder where you run this: npm install ${name}`,
  }),
  'quote-sign': ({ sign }) => ({
    message: `Cannot draw a card: no font here has the sign ${sign}`,
    hint: 'Choose a passage without it, or write it as a word.',
  }),
  'photo-none': ({ theme }) => ({
    message: `Cannot draw a card in the theme ${theme}: there is no photo`,
    hint: 'Put a photo.jpg beside the article, give one with --photo or BROADSIDE_CARD_PHOTO, or choose another theme.',
  }),
  'photo-bad': ({ why }) => ({
    message: `Cannot draw a card on the photo: ${why}`,
    hint: 'Save it as a JPEG, a PNG or a WebP, and try again.',
  }),
  'photo-as-svg': () => ({
    message: 'Cannot draw a card on a photo as SVG: the photo is no drawing',
    hint: 'End the name of --out in .jpg, or choose another theme.',
  }),
  'photo-too-large': ({ megapixels, most }) => ({
    message: `Cannot draw a card on the photo: it has ${megapixels} megapixels, and at most ${most} are read`,
    hint: 'Save it smaller: a card needs no more than 2 megapixels.',
  }),
  'logo-bad': ({ file, why }) => ({
    message: `Cannot draw the logo ${file}: ${why}`,
    hint: 'Save it as a plain SVG or as a PNG, or take BROADSIDE_LOGO or --logo away.',
  }),
  'picture-missing': ({ what, file }) => ({
    message: `Cannot draw a card: there is no ${what} ${file}`,
    hint: `Put it there, or take it out of ${what === 'logo' ? 'BROADSIDE_LOGO or --logo' : 'BROADSIDE_CARD_PHOTO or --photo'}.`,
  }),
  'theme-unknown': ({ theme, themes }) => ({
    message: `Cannot draw a card: there is no theme "${theme}"`,
    hint: `Choose one of ${themes.join(', ')}.`,
  }),
  'post-repeated': ({ n, of, until }) => ({
    message: `Cannot queue post ${n}: it says the same as ${of}, and X refuses the same words twice within a day`,
    hint: `Change its words in thread.md${until === null ? '' : `, or queue it for after ${until}`}.`,
  }),
  'card-missing': ({ n, file }) => ({
    message: `Cannot queue post ${n}: its card ${file} is not there`,
    hint: 'Draw the cards again with "broadside draft", or take the card out of thread.md.',
  }),
}

const marksSaid = {
  unclosed: (mark: string) => `{${mark}} is never closed`,
  unopened: (mark: string) => `{/${mark}} closes nothing`,
  nested: (mark: string) => `{${mark}} stands inside another mark`,
  empty: (mark: string) => `nothing stands between {${mark}} and {/${mark}}`,
} as const

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

const warnings: ReadonlySet<Problem['code']> = new Set([
  'link-by-accident',
  'keep-too-heavy',
  'thread-long',
  'article-changed',
])

/** Whether the owner is told and may publish all the same; any other problem refuses. */
export function isWarning({ code }: Problem): boolean {
  return warnings.has(code)
}

export function wordsOf(problem: Problem): Words {
  return (said[problem.code] as (problem: Problem) => Words)(problem)
}

/** Bad input: what the person asked for cannot be done as it stands. The command ends with exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code: string
  readonly hint: string
  constructor(code: string, { message, hint }: Words, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.hint = hint
  }
  static of(problem: Problem): InputError {
    return new InputError(problem.code, wordsOf(problem))
  }
}

/** A deal the world broke: a disk, a network, another process. The command ends with exit code 1, or the one given. */
export class WorldError extends Error {
  override readonly name = 'WorldError'
  readonly code: string
  readonly hint: string
  readonly exitCode: number
  constructor(
    code: string,
    { message, hint }: Words,
    { cause, exitCode = 1 }: { cause?: unknown; exitCode?: number } = {},
  ) {
    super(message, { cause })
    this.code = code
    this.hint = hint
    this.exitCode = exitCode
  }
}
