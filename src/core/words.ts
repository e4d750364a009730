import type { Problem } from './problem.ts'

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
  'article-front-only': () => ({
    message: 'Cannot draft the article: nothing stands below its front matter',
    hint: 'Write the article below the second "---".',
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
  'keep-too-heavy': ({ line, words, weight, room }) => ({
    message: `Line ${line}: the passage kept together that begins "${words}" is cut: it weighs ${weight}, and a post holds ${room}`,
    hint: 'Shorten it, or part it in two with another {keep}.',
  }),
  'keep-broken': ({ line }) => ({
    message: `The break on line ${line} is not made: it stands in a passage kept together`,
    hint: 'Take out the "---", or end {keep} above it and begin another below.',
  }),
  'markup-dense': ({ line }) => ({
    message: `The markup of the paragraph on line ${line} is posted as it is written: it is more than is read`,
    hint: 'Part the paragraph with blank lines, or take markup out of it.',
  }),
  'words-struck': ({ line, words }) => ({
    message: `The words struck out on line ${line} are posted as if they were meant: "${words.length > 60 ? `${words.slice(0, 60).trim()}…` : words}"`,
    hint: 'X has no letters that are struck out: take them out, or put them in {skip}…{/skip}.',
  }),
  'prose-as-furniture': ({ line, words, heading }) => ({
    message: `The words on line ${line} are left out as the blog's own: "${words.slice(0, 60).trim()}…"`,
    hint: `If they are yours, write another heading above them than "${heading}".`,
  }),
  'furniture-kept': ({ line, words }) => ({
    message: `Line ${line} is posted, though it looks like the blog's own: "${words.slice(0, 60).trim()}"`,
    hint: 'If it is none of your words, take the line out, or write {skip} before it and {/skip} after it.',
  }),
  'front-matter-bad': ({ line, why }) => ({
    message: `Cannot read the front matter, line ${line}: ${why}`,
    hint: 'Mend the lines between the two "---" at the top, or take them out.',
  }),
  'front-matter-field': ({ line, field, value, wants }) => ({
    message: `Cannot read "${field}" in the front matter${line === undefined ? '' : `, line ${line}`}: it is ${value}`,
    hint: `Write ${wants} after "${field}:", or take the line out.`,
  }),
  'front-matter-unknown': ({ line, field, near }) => ({
    message: `The front matter has a field "${field}" on line ${line} that means nothing here`,
    hint:
      near === null
        ? 'It may stay; there are title, language, quotes, closing, tags, link, parts, theme, code and links.'
        : `Did you mean "${near}"?`,
  }),
  'code-as-text': ({ lines }) => ({
    message: `The code on line${lines.length === 1 ? '' : 's'} ${lines.join(', ')} is posted as text`,
    hint: 'Write "code: card" in the front matter to have it drawn, "code: out" to leave it out, "code: text" to keep it so.',
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
  'link-by-accident': ({ line, n, link, mend }) => ({
    message: `Post ${n}${line === undefined ? '' : `, line ${line}`}: X would make a link of "${link}", and charge $0.20 for the post instead of $0.015`,
    hint: mend,
  }),
  'words-lost': ({ words }) => ({
    message: `Cannot draft the article: these words would be lost: "${words}"`,
    hint: 'This is a fault of Broadside; please report it with the article.',
  }),
  'quote-not-in-article': ({ line, quote }) => ({
    message: `Cannot draw a card for "${quote}"${line === undefined ? '' : `, asked for on line ${line}`}: the article does not hold these words`,
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
  'logo-faint': ({ theme, wanted }) => ({
    message: `The logo can hardly be made out on a card in the theme ${theme}: its contrast is below 3`,
    hint: `Give a ${wanted} one with BROADSIDE_LOGO or --logo, or choose another theme.`,
  }),
  'picture-missing': ({ what, file }) => ({
    message: `Cannot draw a card: there is no ${what} ${file}`,
    hint: `Put it there, or take it out of ${what === 'logo' ? 'BROADSIDE_LOGO or --logo' : 'BROADSIDE_CARD_PHOTO or --photo'}.`,
  }),
  'theme-unknown': ({ theme, themes }) => ({
    message: `Cannot draw a card: there is no theme "${theme}"`,
    hint: `Choose one of ${themes.join(', ')}.`,
  }),
  'post-repeated': ({ n, of, until, waits }) => ({
    message: `Post ${n} says the same as ${of}, and X refuses the same words twice within a day; ${
      until === null ? 'the thread will be held' : `${waits === 'this' ? 'the' : 'that'} thread waits until ${until}`
    }`,
    hint:
      until === null
        ? `Change the words of post ${n} in thread.md.`
        : `It goes on by itself then; with other words in post ${n} of thread.md no thread waits.`,
  }),
  'image-missing': ({ n, file, folder }) => ({
    message: `Cannot queue post ${n}: its image ${file} is not there`,
    hint: `Put it into ${folder}, or take its line out of the article and of thread.md.`,
  }),
  'image-kept': ({ file, other, article }) => ({
    message: `${file} is another picture than ${other}, and is the one that is posted`,
    hint: `"broadside draft ${article} --replace" takes the other in its place, and keeps the old one beside it.`,
  }),
  'image-remote': ({ n, address, file }) => ({
    message: `Cannot queue post ${n}: its image lies elsewhere, at ${address}`,
    hint: `Save it in the piece’s folder in posts/ as ${file} and write that name in its place, or take its line out.`,
  }),
  'image-outside': ({ n, file }) => ({
    message: `Cannot queue post ${n}: its picture ${file} lies outside the folder of the piece`,
    hint: 'Put it into the piece’s folder in posts/, and write its name alone.',
  }),
  'image-unreadable': ({ n, file, why }) => ({
    message: `Cannot queue post ${n}: its picture ${file} cannot be read (${why})`,
    hint: 'Give yourself the right to read it, or put the picture there again.',
  }),
  'image-type': ({ n, file }) => ({
    message: `Cannot queue post ${n}: ${file} is no picture that X takes`,
    hint: 'Save it as PNG, JPEG or WebP.',
  }),
  'image-too-large': ({ n, file, bytes, most }) => ({
    message: `Cannot queue post ${n}: ${file} has ${megabytes(bytes)}, and X takes pictures of at most ${megabytes(most)}`,
    hint: 'Save it smaller, or as a JPEG; 1600 pixels across are enough.',
  }),
  'alt-missing': ({ n, image, file, line }) => ({
    message: `Cannot queue post ${n}: ${file}, line ${line} does not say what ${image} shows`,
    hint: `Write it between the brackets, for those who cannot see it: ![what it shows](${image}).`,
  }),
  'alt-too-long': ({ n, image, length, most, file, line }) => ({
    message: `Cannot queue post ${n}: ${file}, line ${line} describes ${image} in ${length} characters, and X takes ${most}`,
    hint: `Take ${length - most} or more out of what stands between the brackets.`,
  }),
  'pictures-too-many': ({ n, pictures, most }) => ({
    message: `Cannot queue post ${n}: it has ${pictures} pictures, and X shows at most ${most}`,
    hint: 'Move a picture’s line to another post in thread.md, or take it out.',
  }),
  'card-outdated': ({ n, file }) => ({
    message: `Cannot queue post ${n}: ${file} shows other words than the quote that thread.md gives for it`,
    hint: '"broadside draft --again" draws it anew; a picture of your own needs no comment behind its line.',
  }),
  'code-sign': ({ line, sign }) => ({
    message: `Cannot draw the code on line ${line} of the article: no font here has the sign ${sign}`,
    hint: `Write it without that sign, or ${elsewhere}.`,
  }),
  'code-line-wide': ({ line, words }) => ({
    message: `Cannot draw the code on line ${line} of the article: a word is wider than a card in "${words}"`,
    hint: `Break that line in two, or ${elsewhere}.`,
  }),
  'code-too-long': ({ line, lines, cards }) => ({
    message: `Cannot draw the code on line ${line} of the article: its ${lines} lines do not fit on ${cards} cards`,
    hint: `Show less of it, or ${elsewhere}.`,
  }),
  'code-line-heavy': ({ line, weight, room }) => ({
    message: `Cannot draft the code on line ${line} of the article: the line weighs ${weight}, and a post has room for ${room}`,
    hint: 'Code is never cut inside a line: break it in two, or write "code: card" in the front matter to have it drawn.',
  }),
  'code-undrawn': ({ file, line }) => ({
    message: `Cannot queue ${file}: the code on line ${line} of the article stands on none of its posts`,
    hint: `Draft again and mend what that says, or ${elsewhere}.`,
  }),
  'heading-unclear': ({ file, line, words }) => ({
    message: `Cannot read ${file}, line ${line}: "${words}" is no heading of a post, and would be posted as it stands`,
    hint: 'Write "## 5" (any number, alone on its line) to begin a post, or a backslash before it to have it posted.',
  }),
  'picture-unclear': ({ file, line }) => ({
    message: `Cannot read ${file}, line ${line}: it begins like a picture and is none`,
    hint: 'Write ![what it shows](file.png), with the quote behind the file for a card: (card-1.png "the quote").',
  }),
  'comment-unclosed': ({ file, line }) => ({
    message: `Cannot read ${file}, line ${line}: the comment that begins there never ends`,
    hint: 'Write "-->" after it; or "<!\\--" where a reader is to see it.',
  }),
  'head-unclosed': ({ file, line }) => ({
    message: `Cannot read the head of ${file}: the "---" that is to end it is missing, on line ${line}`,
    hint: `Write "---" alone on a line of its own there, above the empty line and the posts.`,
  }),
  'head-missing': ({ file }) => ({
    message: `Cannot read ${file}: its head is missing, the lines between two "---" at the top that say which article it is of`,
    hint: 'Put them back, or draft with --again: it writes them anew, and keeps the words of your posts.',
  }),
  'head-field-unknown': ({ file, field, near }) => ({
    message: `Cannot read the head of ${file}: there is no field "${field}"`,
    hint: near === null ? 'Take the line out.' : `Did you mean "${near}"?`,
  }),
  'closing-out': ({ file }) => ({
    message: `The closing was taken out of ${file}: the thread ends without it`,
    hint: 'Write "## closing" and its words at the end to have one again; "closing: off" in the article leaves it out for good.',
  }),
  'images-out': ({ file, images }) => ({
    message: `The article shows more than ${file}: ${images.join(', ')} ${images.length === 1 ? 'was' : 'were'} taken out, and stay${images.length === 1 ? 's' : ''} out`,
    hint: `To show it again, write "![what it shows](${images[0] ?? ''})" below a post.`,
  }),
  'words-unsaid': ({ file, words, moved }) => ({
    message: `The article says more than ${file}: "${words}"`,
    hint: moved
      ? 'If the thread is to say it too, "broadside draft --again" takes it in, and keeps what you edited.'
      : 'If you took it out, it stays out; to have it back, write the words into a post.',
  }),
  'card-unsaid': ({ n, file, quote }) => ({
    message: `Post ${n}: ${file} quotes words that no post says any more: "${quote}"`,
    hint: `Write the new words behind ${file} in thread.md and "broadside draft --again" draws it anew, or take its line out.`,
  }),
  'card-beside-image': ({ n, file, image }) => ({
    message: `Post ${n} has the card ${file} and the image ${image}: X shows them side by side, cut at their edges`,
    hint: 'Move the line of one of them to another post in thread.md, or take it out.',
  }),
  mention: ({ n, mention }) => ({
    message: `Post ${n}: X will notify ${mention}`,
    hint: 'If you do not mean it, take the "@" out.',
  }),
  tag: ({ n, tag, kind }) => ({
    message: `Post ${n}: X will make ${kind === 'hashtag' ? 'a hashtag' : 'a cashtag'} of "${tag}"`,
    hint: `If you do not mean it, ${kind === 'hashtag' ? 'take the "#" out' : `write "${tag.slice(1)}" or "$ ${tag.slice(1)}"`}.`,
  }),
  'thread-stale': ({ slug, files, of }) => ({
    message: `${files.length === 1 ? `${files[0]} is` : `${files[0]} to ${files.at(-1)} are`} of an earlier series and ${files.length === 1 ? 'is' : 'are'} not posted: ${slug} is ${of === 1 ? 'one thread' : `${of} threads`} now`,
    hint: `Delete ${files.length === 1 ? 'it' : 'them'}; or make it a series again with "broadside draft ${slug} --parts <number>".`,
  }),
  'card-missing': ({ n, file }) => ({
    message: `Cannot queue post ${n}: its card ${file} is not there`,
    hint: 'Draw it with "broadside draft --again", or take its line out of thread.md.',
  }),
}

const elsewhere = 'write "code: text" or "code: out" in the front matter'

const marksSaid = {
  unclosed: (mark: string) => `{${mark}} is never closed`,
  unopened: (mark: string) => `{/${mark}} closes nothing`,
  nested: (mark: string) => `{${mark}} stands inside another mark`,
  empty: (mark: string) => `nothing stands between {${mark}} and {/${mark}}`,
} as const

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

export function wordsOf(problem: Problem): Words {
  return (said[problem.code] as (problem: Problem) => Words)(problem)
}
