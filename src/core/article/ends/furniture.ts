import { isBar, isBreadcrumb, isMenu, isOneWord } from './bars.ts'
import { opensComments, opensFurniture } from './openers.ts'

/** What a blog prints around an article, and what kind of thing each is. Each pattern is for a whole line. */

/** A line that is furniture where no prose follows: by itself, or beside another such line. */
export function isFurniture(line: string): boolean {
  return isSureFurniture(line) || (line.length <= longest && faint.some((pattern) => pattern.test(line))) || isBar(line)
}

/** A line that is furniture by itself where no prose follows. */
export function isSureFurniture(line: string): boolean {
  if (line.length > longest && !mayBeLong.test(line)) return false
  return opensFurniture(line) || opensComments(line) || isSureRow(line) || sure.some((pattern) => pattern.test(line))
}

function isSureRow(line: string): boolean {
  return (isBar(line) && !isOneWord(line)) || isMenu(line) || isBreadcrumb(line)
}

/** Beyond this length furniture opens with one of these, or counts something in brackets: no other line need be read. */
const longest = 260
const mayBeLong =
  /^(?:[#\d.,←→«»]|newer|older|next|previous|home|we|this|our|no|to|enter|save|your|required|you|notify|be|log|leave)|\(\d/i

export const cookies =
  /^(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?site) uses? cookies\b.{0,200}\b(?:experience|agree|consent|accept|policy|preferences|analytics|traffic)\b/i

/** Labels in a row: each of few words, and no sentence that only enumerates. */
const label = String.raw`(?!and\b|or\b)[^\s,.!?]+(?: [^\s,.!?]+){0,3}`
const labels = String.raw`${label}(?:,\s*${label})*,?`

const sure: readonly RegExp[] = [
  /^(?:share|share this|share this (?:post|article|story)|like this|like loading(?:\.{3}|…)?|loading(?:\.{3}|…)|sharing is caring)\s*:?$/i,
  new RegExp(`^(?:labels?|tags|tagged|filed under|categories)\\s*:\\s*${labels}$`, 'i'),
  /^(?:newer posts?|older posts?|view (?:mobile|web) version|next posts?|previous posts?|back to top|skip to (?:main )?content|privacy policy|terms of (?:use|service)|sitemap|advertisements?|report abuse|read more(?: »|\.{3}|…)|load more|search for:|primary menu|toggle navigation)$/i,
  /^(?:(?:newer|older|next|previous) posts?|home|←|→|«|»)(?:[\s|·•←→«»]+(?:(?:newer|older|next|previous) posts?|home))+[\s←→«»]*$/i,
  // What « opens and » closes is a quotation.
  /^(?:← .{1,120}|[«‹] [^»›.!?]{1,120}|(?:next|previous)(?: (?:post|article|story)\s*:|(?: (?:post|article|story))?\s*[→»›]).{0,120}|[^«‹]{1,120} [→»›])$/i,
  /^subscribe to\s*:?\s*(?:posts?|post comments|comments?)(?: feed)?\s*\(atom\)$/i,
  /^(?:proudly )?powered by (?:blogger|wordpress|ghost|substack|medium|tumblr|squarespace|wix|weebly|jekyll|hugo|typepad|disqus)\b.{0,60}$/i,
  /^(?:simple theme\. powered|theme images) by .{1,60}$/i,
  /^(?:to leave a comment, .*|enter (?:your )?comment.{0,20}|post comment|save my name, .*|your email address will not be published.*|required fields are marked.*|you must be logged in to .*|notify me of .* (?:comments|posts).*|this site uses akismet.*|comments are (?:closed|off|disabled).*|be the first to (?:comment|like).*|post a comment|no comments(?: yet)?|log in to (?:comment|reply).*|leave a reply cancel reply|(?:comment|name|e-?mail)\s*\*)$/i,
  /^(?:view my complete profile|visit profile|view profile|pageviews|follow by email|contact form|search this blog|(?:view|see|read) all posts by .{1,60})$/i,
  /^\d+ min(?:ute)? read$/i,
  /^posted by .{1,60} at \d{1,2}:\d\d.{0,10}$/i,
  cookies,
  /^(?:accept|reject|allow|decline) all(?: cookies)?$|^(?:manage|cookie) (?:preferences|settings|policy)$/i,
  /^(?:ready for more\?|start writing|get (?:the|our) app|substack is the home for great culture|text to speech|(?:enter|type) your e-?mail(?: address)?(?:\.{3}|…)?|open in app)$/i,
  /^privacy(?: policy)? ?[∙·•|-] ?(?:terms|cookies).{0,60}$/i,
  /^[\d,.]+[km]? (?:followers?|subscribers?|restacks?)$/i,
  /^[►▼▶▾▸]\s?.{1,60}\(\d+\)$/,
  /^sign up for more\b.{0,40}$/i,
  /^(?:[\w\u00aa-\u1fff\u2c00-\uffff -]{1,30} \(\d+\)\s*){2,}$/,
  /^(?:to )?(?:leave a comment|comment),? .{0,20}(?:sign|log) in.{0,20}$/i,
  /^.{1,60} © (?:19|20)\d\d$/,
]

/** What an article may end with as well: furniture only where two such lines, or a sure one, stand together. */
const faint: readonly RegExp[] = [
  new RegExp(`^(?:(?:tag|category|topics?|posted in)\\s*:|tagged) ?${labels}$`, 'i'),
  /^(?:home|top|menu|search|about(?: me)?|contact(?: us)?|terms|sign (?:in|up)|log in|register|see all|show more|view all|read more|my photo|followers|translate|subscribed?|website)$/i,
  /^(?:no posts|ready for more|latest|discussions?|restacks?|tags|privacy|help|status|careers|press|blog|teams|follow(?:ing)?|listen|email address|paid|related|meta|archives?|recent (?:posts|comments)|get started|δ)$/i,
  /^continue reading.{0,80}(?<!\.)$/i,
  /^next\s*: .{1,120}(?<![.!?])$/i,
  /^(?:previous|next) post\b.{1,100}(?<!\.)$/i,
  // A name or a place, not what any sentence goes on with.
  /^(?:[Pp]owered|[Dd]esigned|[Hh]osted|[Bb]uilt|[Tt]heme|[Tt]emplate|[Ww]ritten|[Pp]osted) by (?:[^\sa-z]\S*(?: |$)){1,4}(?:in .{1,30}|on .{1,30})?(?<!\.)$/,
  /^posted by \S{1,40}$/i,
  /^[Pp]osted (?:in|on) [^\sa-z][^.!?]{0,100}$/,
  /^[\d,.]+[km]? (?:following|readers?)$/i,
  /^(?:(?:19|20)\d\d|[a-z\u00aa-\u1fff\u2c00-\uffff]{3,9}) \(\d+\)$/i,
  /^(?:#[\w\u00aa-\u1fff\u2c00-\uffff]+\s*)+$/,
  /^(?:reactions|rate this|views|shares|likes)\s*:?\s*[\d,.]*k?$/i,
  /^\d[\d,.]*k? (?:views|shares|likes|reactions|claps)$/i,
]
