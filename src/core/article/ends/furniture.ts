/** What a blog prints around an article, and what kind of thing each is. Each pattern is for a whole line. */

/** Opens a stretch that is furniture to its end, whatever titles and teasers it holds. */
export function opensFurniture(line: string): boolean {
  return line.length <= 80 && openers.some((opener) => opener.test(line))
}

const openers: readonly RegExp[] = [
  /^(?:popular|related|recent|latest|previous|older|newer|similar|featured|other|more|recommended|trending|most (?:read|popular|viewed)) (?:posts?|articles?|stories|entries|content|news)(?: (?:from|on|in) (?:this|my|our|the) (?:blog|site|author))?\s*[:…]?$/i,
  /^(?:you (?:may|might)(?: also)? (?:like|enjoy)|you(?:[’']ll| will) also (?:like|love)|readers also (?:liked|read)|recommended for you|keep reading|up next|read next|what to read next|more (?:from|by|like this)\b.{0,40})\s*[:…]?$/i,
  /^(?:blog archive|archives?|blogroll|about this blog|total page ?views|search this blog|tag cloud)\s*:?$/i,
]

/** Opens the readers' comments: furniture when readers' comments, or nothing that is prose, follow. */
export function opensComments(line: string): boolean {
  return /^(?:(?:\d[\d,.]*|no) (?:comments?|responses?|replies|thoughts on .*)|comments?|responses?|replies|leave a (?:comment|reply|response)|post a comment|add a comment|join the (?:discussion|conversation)|discussion|write a comment)(?:\s*\(\d+\))?\s*[:.…]?$/i.test(
    line,
  )
}

const cookies =
  /^(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?site) uses? cookies\b.{0,200}\b(?:experience|agree|consent|accept|policy|preferences|analytics|traffic)\b/i

/** A line that is furniture by itself where no prose follows. */
export function isFurniture(line: string): boolean {
  if (line.length > longest && !mayBeLong.test(line)) return false
  return opensFurniture(line) || opensComments(line) || alone.some((pattern) => pattern.test(line)) || isBar(line)
}

/** Beyond this length furniture opens with one of these, or counts something in brackets: no other line need be read. */
const longest = 260
const mayBeLong =
  /^(?:[#\d.,←→«»]|newer|older|next|previous|home|we|this|our|no|to|enter|save|your|required|you|notify|be|log|leave)|\(\d/i

/** A line that is furniture only among furniture: a date, a byline, a label. */
export function isFurnitureAmongOthers(line: string): boolean {
  if (/[a-z]/i.test(line) && line.length > longestWeak) return false
  return isDateLine(line) || !/[\p{L}\p{N}]/u.test(line) || weak.some((pattern) => pattern.test(line))
}

const longestWeak = 130

/** What only the comments below a post hold: "Jane said…", "Reply", "3 hours ago". */
export function isCommentLine(line: string): boolean {
  return /^(?:.{1,60}? said\s*(?:\.{3}|…)|reply|delete|replies|reply ?delete|anonymous|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago)$/i.test(
    line,
  )
}

const networks = String.raw`(?:x|twitter|facebook|pinterest|linkedin|reddit|whatsapp|telegram|tumblr|email|e-mail|mail|instagram|threads|bluesky|mastodon|sms|copy link|link|print|pocket|messenger|youtube|rss|blogthis!?|other apps|get link|more)`
const shareWord = String.raw`(?:share(?: (?:this|to|on|via|with|by))?|tweet|pin(?: it)?|email this|print|save|post|like|get link|copy link|blogthis!?|click to (?:share|email|print).*)`

/** A row of buttons: "Email This BlogThis! Share to X Share to Facebook". */
export function isBar(line: string): boolean {
  return line.length <= 160 && bar.test(line)
}

const bar = new RegExp(
  `^(?:(?:${shareWord})(?: (?:this|to|on|via|with))?[ :]*(?:${networks})?|${networks})(?:[\\s|,·•/]+(?:(?:${shareWord})(?: (?:this|to|on|via|with))?[ :]*(?:${networks})?|${networks}))*\\s*:?$`,
  'i',
)

/** A line that a blog prints above an article, and no article begins with. */
export function isFurnitureAbove(line: string): boolean {
  return above.some((pattern) => pattern.test(line)) || (isBar(line) && /\s/.test(line) && !line.endsWith(':'))
}

const above: readonly RegExp[] = [
  /^(?:skip to (?:main )?content|(?:[·•∙]\s*)?\d+ min(?:ute)?s? read|get link|other apps|advertisements?|share this (?:post|article|story)|open in app|sign (?:in|up|out)|log (?:in|out)|member-only story|follow|search this blog|listen|(?:[∙·•] )?paid|(?:accept|reject|allow|decline) all(?: cookies)?|(?:manage|cookie) (?:preferences|settings|policy)|got it!?)$/i,
  /^.{4,40}\s[—–|·•-]\s*\d+ min(?:ute)?s? read$/i,
  cookies,
]

/** A name, as it stands below a title: "Jane Doe", "By Jane Doe". */
export function isByline(line: string): boolean {
  return line.length <= longestName && /^(?:by )?(?:\p{Lu}[\p{L}.’'-]*\s?){2,4}$/u.test(line)
}

const longestName = 120

const alone: readonly RegExp[] = [
  /^(?:share|share this|share this (?:post|article|story)|like this|like loading(?:\.{3}|…)?|loading(?:\.{3}|…)|sharing is caring)\s*:?$/i,
  /^(?:labels?|tags?|tagged|filed under|categories|category|posted in|topics?)\s*:\s*[^.!?]{1,200}$/i,
  /^(?:newer posts?|older posts?|home|view (?:mobile|web) version|next posts?|previous posts?|back to top|top|skip to (?:main )?content|menu|search|about|contact(?: us)?|privacy policy|terms(?: of (?:use|service))?|sitemap|sign in|log in|register|advertisement|advertisements|report abuse|read more(?: »|\.{3}|…)?|continue reading.{0,80}|see all|show more|load more|view all)$/i,
  /^(?:(?:newer|older|next|previous) posts?|home|←|→|«|»)(?:[\s|·•←→«»]+(?:(?:newer|older|next|previous) posts?|home))+[\s←→«»]*$/i,
  /^(?:[←«‹] .{1,120}|(?:next|previous)(?: (?:post|article|story))?\s*[:→»›].{0,120}|(?:.{1,120}) [→»›])$/i,
  /^subscribe to\s*:?\s*(?:posts?|post comments|comments?)(?: feed)?\s*\(atom\)$/i,
  /^(?:powered by|proudly powered by|theme (?:images )?by|designed by|hosted by|template by)\b.{0,80}$/i,
  /^(?:to leave a comment, .*|enter (?:your )?comment.*|post comment|save my name, .*|your email address will not be published.*|required fields are marked.*|you must be logged in to .*|notify me of .* (?:comments|posts).*|this site uses akismet.*|comments are (?:closed|off|disabled).*|be the first to (?:comment|like).*|post a comment|no comments(?: yet)?|log in to (?:comment|reply).*)$/i,
  /^(?:my photo|view my complete profile|about me|visit profile|view profile|followers|pageviews|translate|follow by email|contact form|subscribe|subscribed|search this blog)$/i,
  /^\d+ min(?:ute)? read$/i,
  /^posted by .{1,60}$/i,
  cookies,
  /^(?:accept|reject|allow|decline) all(?: cookies)?$|^(?:manage|cookie) (?:preferences|settings|policy)$/i,
  /^(?:no posts|ready for more\??|start writing|get (?:the|our) app|substack is the home for great culture|top|latest|discussions?(?: about this post)?|restacks?|tags|privacy|terms|help|status|careers|press|blog|teams|text to speech|follow(?:ing)?|listen|enter your email|email address|type your email.{0,3}|sign up|paid|related|meta|archives?|recent (?:posts|comments)|leave a reply cancel reply|open in app|get started)$/i,
  /^privacy(?: policy)? ?[∙·•|-] ?(?:terms|cookies).{0,60}$/i,
  /^(?:written by|posted (?:in|on)|tagged|previous post|next post)\b.{1,100}$/i,
  /^[\d,.]+[km]? (?:followers?|following|subscribers?|restacks?|readers?)$/i,
  /^[►▼▶▾▸]\s?.{1,60}\(\d+\)$/,
  /^sign up for more\b.{0,40}$/i,
  /^(?:(?:19|20)\d\d|[a-z\u00aa-\u1fff\u2c00-\uffff]{3,9}) \(\d+\)$/i,
  /^simple theme\. powered by .{1,40}$/i,
  /^(?:#[\w\u00aa-\u1fff\u2c00-\uffff]+\s*)+$/,
  /^(?:[\w\u00aa-\u1fff\u2c00-\uffff -]{1,30} \(\d+\)\s*){2,}$/,
  /^(?:to )?(?:leave a comment|comment),? .{0,20}(?:sign|log) in.{0,20}$/i,
  /^.{1,60} © (?:19|20)\d\d$/,
  /^(?:reactions|rate this|views|shares|likes)\s*:?\s*[\d,.]*k?$/i,
  /^\d[\d,.]*k? (?:views|shares|likes|reactions|claps)$/i,
]

const weak: readonly RegExp[] = [
  /^\d{1,6}$/,
  /^(?:posted|published|written|updated|last updated|by)\b.{1,100}$/i,
  /^(?:at|on) \d{1,2}:\d\d(?: ?[ap]\.?m\.?)?$/i,
  /^location\s*:.{1,100}$/i,
  /^(?:image|photo|picture) (?:by|credit|courtesy)\b.{0,100}$/i,
]

const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const date = new RegExp(
  String.raw`^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:${month}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+${month},?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|${month}\s+\d{4})(?:,?\s+(?:at\s+)?\d{1,2}:\d\d(?:\s*[ap]\.?m\.?)?)?$`,
  'i',
)

function isDateLine(line: string): boolean {
  return date.test(line.replace(/^[-–—·•]\s*/, ''))
}
