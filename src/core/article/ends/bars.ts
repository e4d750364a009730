/** Rows that a page is steered with. Each is for a whole line. */

const networks = String.raw`(?:x|twitter|facebook|pinterest|linkedin|reddit|whatsapp|telegram|tumblr|email|e-mail|mail|instagram|threads|bluesky|mastodon|sms|copy link|link|print|pocket|messenger|youtube|rss|blogthis!?|other apps|get link|more)`
const shareWord = String.raw`(?:share(?: (?:this|to|on|via|with|by))?|tweet|pin(?: it)?|email this|print|save|post|like|get link|copy link|blogthis!?|click to (?:share|email|print).*)`

const bar = new RegExp(
  `^(?:(?:${shareWord})(?: (?:this|to|on|via|with))?[ :]*(?:${networks})?|${networks})(?:[\\s|,·•/]+(?:(?:${shareWord})(?: (?:this|to|on|via|with))?[ :]*(?:${networks})?|${networks}))*\\s*:?$`,
  'i',
)

/** A row of buttons: "Email This BlogThis! Share to X Share to Facebook". */
export function isBar(line: string): boolean {
  return line.length <= 160 && bar.test(line)
}

/** Names of networks that are words of the language as well, or the last word of an article. */
export function isOneWord(line: string): boolean {
  return !/\s/.test(line) && !/^(?:share|blogthis!?)\s*:?$/i.test(line)
}

const place =
  /^(?:home|about(?: (?:me|us))?|archives?|shop|store|contact(?: (?:me|us))?|blog|news|search|menu|subscribe|newsletter|posts|podcast|privacy(?: policy)?|sign (?:in|up)|log in)$/i

/** The places of a site in a row: "Home | About | Archive | Contact". */
export function isMenu(line: string): boolean {
  if (line.length > 160) return false
  const parts = line.split(/\s*[|·•∙/]\s*/)
  if (parts.length < 3 || parts.some((part) => part === '' || part.length > 25)) return false
  return parts.filter((part) => place.test(part)).length * 2 >= parts.length
}

/** The way to a page: "Home » Opinion » The Bridge". */
export function isBreadcrumb(line: string): boolean {
  return line.length <= 250 && /^home(?:\s*[»›>→]\s*[^»›>→]{1,120})+$/i.test(line)
}
