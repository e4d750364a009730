/** What a blog prints around an article, and what kind of thing each is. Each pattern is for a whole line. */

/** Opens a stretch that is furniture to its end, whatever titles and teasers it holds. */
export function opensFurniture(line: string): boolean {
  return line.length <= 80 && openers.some((opener) => opener.test(line))
}

const openers: readonly RegExp[] = [
  /^(?:popular|related|recent|latest|previous|older|newer|similar|featured|other|more|recommended|trending|most (?:read|popular|viewed)) (?:posts?|articles?|stories|entries|content|news)(?: (?:from|on|in) (?:this|my|our|the) (?:blog|site|author))?\s*[:…]?$/iu,
  /^(?:you (?:may|might)(?: also)? (?:like|enjoy)|you(?:[’']ll| will) also (?:like|love)|readers also (?:liked|read)|recommended for you|keep reading|up next|read next|what to read next|more (?:from|by|like this)\b.{0,40})\s*[:…]?$/iu,
  /^(?:blog archive|archives?|blogroll|about this blog|total page ?views|search this blog|tag cloud)\s*:?$/iu,
]

/** Opens the readers' comments: furniture when readers' comments, or nothing that is prose, follow. */
export function opensComments(line: string): boolean {
  return /^(?:(?:\d[\d,.]*|no) (?:comments?|responses?|replies|thoughts on .*)|comments?|responses?|replies|leave a (?:comment|reply|response)|post a comment|add a comment|join the (?:discussion|conversation)|discussion|write a comment)(?:\s*\(\d+\))?\s*[:.…]?$/iu.test(
    line,
  )
}

/** A line that is furniture by itself where no prose follows. */
export function isFurniture(line: string): boolean {
  return opensFurniture(line) || opensComments(line) || alone.some((pattern) => pattern.test(line)) || isBar(line)
}

/** A line that is furniture only among furniture: a date, a byline, a label. */
export function isFurnitureAmongOthers(line: string): boolean {
  return isDateLine(line) || !/[\p{L}\p{N}]/u.test(line) || weak.some((pattern) => pattern.test(line))
}

/** What only the comments below a post hold: "Jane said…", "Reply", "3 hours ago". */
export function isCommentLine(line: string): boolean {
  return /^(?:.{1,60}? said\s*(?:\.{3}|…)|reply|delete|replies|reply ?delete|anonymous|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago)$/iu.test(
    line,
  )
}

const networks = String.raw`(?:x|twitter|facebook|pinterest|linkedin|reddit|whatsapp|telegram|tumblr|email|e-mail|mail|instagram|threads|bluesky|mastodon|sms|copy link|link|print|pocket|messenger|youtube|rss|blogthis!?|other apps|get link|more)`
const shareWord = String.raw`(?:share(?: (?:this|to|on|via|with|by))?|tweet|pin(?: it)?|email this|print|save|post|like|get link|copy link|blogthis!?|click to (?:share|email|print).*)`

/** A row of buttons: "Email This BlogThis! Share to X Share to Facebook". */
function isBar(line: string): boolean {
  return line.length <= 160 && bar.test(line)
}

const bar = new RegExp(
  `^(?:(?:${shareWord})(?: (?:this|to|on|via|with))?[ :]*(?:${networks})?|${networks})(?:[\\s|,·•/]+(?:(?:${shareWord})(?: (?:this|to|on|via|with))?[ :]*(?:${networks})?|${networks}))*\\s*:?$`,
  'iu',
)

/** A line that a blog prints between a title and its article. */
export function isFurnitureAbove(line: string): boolean {
  return (
    /^(?:skip to (?:main )?content|\d+ min(?:ute)? read|get link|other apps|advertisement|share this (?:post|article|story))$/iu.test(
      line,
    ) || isBar(line)
  )
}

const alone: readonly RegExp[] = [
  /^(?:share|share this|share this (?:post|article|story)|like this|like loading(?:\.{3}|…)?|loading(?:\.{3}|…)|sharing is caring)\s*:?$/iu,
  /^(?:labels?|tags?|tagged|filed under|categories|category|posted in|topics?)\s*:\s*.{1,200}$/iu,
  /^(?:newer posts?|older posts?|home|view (?:mobile|web) version|next posts?|previous posts?|back to top|top|skip to (?:main )?content|menu|search|about|contact(?: us)?|privacy policy|terms(?: of (?:use|service))?|sitemap|sign in|log in|register|advertisement|advertisements|report abuse|read more(?: »|\.{3}|…)?|continue reading.{0,80}|see all|show more|load more|view all)$/iu,
  /^(?:(?:newer|older|next|previous) posts?|home|←|→|«|»)(?:[\s|·•←→«»]+(?:(?:newer|older|next|previous) posts?|home))+[\s←→«»]*$/iu,
  /^(?:[←«‹] .{1,120}|(?:next|previous)(?: (?:post|article|story))?\s*[:→»›].{0,120}|(?:.{1,120}) [→»›])$/iu,
  /^subscribe to\s*:?\s*(?:posts?|post comments|comments?)(?: feed)?\s*\(atom\)$/iu,
  /^(?:powered by|proudly powered by|theme (?:images )?by|designed by|hosted by|template by)\b.{0,80}$/iu,
  /^(?:to leave a comment, .*|enter (?:your )?comment.*|post comment|save my name, .*|your email address will not be published.*|required fields are marked.*|you must be logged in to .*|notify me of .* (?:comments|posts).*|this site uses akismet.*|comments are (?:closed|off|disabled).*|be the first to (?:comment|like).*|post a comment|no comments(?: yet)?|log in to (?:comment|reply).*)$/iu,
  /^(?:my photo|view my complete profile|about me|visit profile|view profile|followers|pageviews|translate|follow by email|contact form|subscribe|subscribed|search this blog)$/iu,
  /^\d+ min(?:ute)? read$/iu,
  /^posted by .{1,60}$/iu,
  /^(?:reactions|rate this|views|shares|likes)\s*:?\s*[\d,.]*k?$/iu,
  /^\d[\d,.]*k? (?:views|shares|likes|reactions|claps)$/iu,
]

const weak: readonly RegExp[] = [
  /^(?:posted|published|written|updated|last updated|by)\b.{1,100}$/iu,
  /^(?:at|on) \d{1,2}:\d\d(?: ?[ap]\.?m\.?)?$/iu,
  /^location\s*:.{1,100}$/iu,
  /^(?:image|photo|picture) (?:by|credit|courtesy)\b.{0,100}$/iu,
]

const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const date = new RegExp(
  String.raw`^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:${month}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+${month},?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|${month}\s+\d{4})(?:,?\s+(?:at\s+)?\d{1,2}:\d\d(?:\s*[ap]\.?m\.?)?)?$`,
  'iu',
)

function isDateLine(line: string): boolean {
  return date.test(line)
}
