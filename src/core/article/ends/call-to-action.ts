/**
 * Whether a short line asks the reader to do something on a network: like, share, subscribe, follow, comment. A line that
 * only begins with such a word ("Follow the money.") asks for nothing, and no quotation asks.
 */
export function isCallToAction(line: string): boolean {
  const text = line.trim()
  if (text.length > 220 || text.split(/\s+/).length > 36 || /^["“‘«„]/.test(text)) return false
  const bare = text.replace(/^[^\p{L}\p{N}@]+/u, '').replace(/\s+/g, ' ')
  if (!mayAsk.test(bare) || !asks.some((pattern) => pattern.test(bare))) return false
  const [, ...others] = bare.split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  return others.every((sentence) => sentence.length <= longestAside || asks.some((pattern) => pattern.test(sentence)))
}

/** What else may stand beside the asking: "It means a lot." Whoever says more tells something. */
const longestAside = 25

/** How whatever asks begins: a quick test, since the patterns below take longer to make ready than to match. */
const mayAsk =
  /^(?:please|pls|plz|kindly|so|and|also|now|remember|be sure|make sure|feel free|do|if you|lik|shar|subscrib|follow|comment|repost|retweet|re-?blog|tip|bookmark|restack|clap|support|rat|review|sign|join|leav|drop|writ|post|add|let|tell|sound|buy|becom|consider|smash|hit|click|tap|press|thank)/i

const polite = String.raw`^(?:(?:please|pls|plz|kindly|so|and|also|now|remember to|be sure to|make sure to|feel free to|don[’']?t forget to|do not forget to|if you[^,.!?]{0,60}(?:like|lik|love|enjoy|found|find|want|learn|appreciat|agree|value|support)[^,.!?]{0,60},?(?: please| consider)?)[ ,:]+)*`
const verb = String.raw`(?:lik(?:e|ing)|shar(?:e|ing)|subscrib(?:e|ing)|follow(?:ing)?|comment(?:ing)?|repost(?:ing)?|retweet(?:ing)?|re-?blog|donat(?:e|ing)|tip|bookmark|restack|clap)`
const joint = String.raw`(?:\s*(?:,|&|\+|\/|and|or|,? and)\s*)`
const page = String.raw`(?:article|post|story|page|video|thread|blog|newsletter|channel|piece|essay|column|podcast|site)`
/** The sentence ends, or a picture follows: a comma goes on with something else. */
const end = String.raw`(?=\s*(?:$|[.!?…)~]|:\s*[@h]|[–—-]\s|[\u2190-\u2bff\ud83c-\ud83e]))`
const goal = String.raw`(?=\s+(?:with (?:your|a|every|any|some|me|us)|on (?:x|twitter|facebook|social)|if|to (?:support|help|spread)|and|below|so|for)\b)`
const where = String.raw`(?: (?:down )?below| here| in the comments?| on (?:this|the|my|our) ${page}| under (?:this|the) ${page})`
const people = String.raw`with (?:(?:your|a|any|some|every|all) ?)?(?:one|body|friends?|followers?|family|network|readers?|others|people)\b`

const asks: readonly RegExp[] = [
  ask(`${verb}(?:${joint}${verb})+(?:${end}| (?:this|it|us|me|my|our|with|if|for|to|on|below|the|please)\\b)`),
  ask(
    `(?:like|share|repost|retweet|bookmark|support|restack|rate|review) (?:(?:this|my|our) (?:${page}|link|button)\\b|(?:the|it) ${page}(?:${end}|${goal})|(?:this|it)(?:${end}| (?:${people}|if you (?:like|enjoy|agree|found|find|love)|to spread|on (?:x|twitter|facebook)|around|widely)))`,
  ),
  ask(`(?:share|like|comment|subscribe|follow|repost|retweet)${end}`),
  ask(`share (?:your|the) (?:thoughts|views|opinions?|comments|experiences?)(?:${end}|${where}| with (?:me|us)\\b)`),
  ask(
    `subscrib(?:e|ing) (?:to (?:(?:my|our|the|this)\\b.{0,40}\\b${page}\\b|@)|(?:for|now|today|here|below|free|if|and|via)\\b)`,
  ),
  /^(?:[Pp]lease |[Nn]ow )*[Ss]ubscribe to (?:[Tt]he |[Mm]y |[Oo]ur )?[A-Z][^,;.?!]{0,60}!?$/,
  ask(
    `follow(?:ing)? (?:(?:me|us|along)(?:${end}|(?: too)? (?:on (?:x|twitter|facebook|instagram|threads|bluesky|social|linkedin|youtube|mastodon|substack|medium)|@|here|for (?:more|updates|daily)|to (?:stay|get|keep)))|@\\w+|for more|(?:my|our|the|this) (?:${page}|account|profile|feed)\\b)`,
  ),
  ask(
    `(?:sign up|join) (?:for|to|our|my|the|us on|me on)\\b.{0,40}(?:newsletter|mailing list|e-?mail|updates|channel|discord|patreon|telegram|facebook)\\b`,
  ),
  ask(
    `(?:leave|drop|write|post|add) (?:a|your|me a|us a|some) (?:comments?|thoughts?|reply|like|review|note)(?:${end}|${where}| (?:and|to) (?:tell|let|share|say|join)\\b| if you|,? please\\b)`,
  ),
  ask(
    `(?:comment(?: down)? (?:below|here)\\b|(?:let (?:me|us) know|tell (?:me|us)|sound off)(?: below\\b|\\b.{0,60}(?:\\bcomments?\\b|\\byour thoughts\\b|\\byou think(?:${end}| in| below| (?:about|of) this))))`,
  ),
  ask(
    `(?:donate(?:${end}| (?:here|now|today|via|to (?:support|help|keep|my|our|this))\\b)|support (?:me|us)(?:${end}| (?:on|by|via|with a)\\b)|support (?:my work|our work|this (?:blog|work|site|newsletter)|independent (?:journalism|writing|media|news|reporting|writers?|voices|publishing|work|creators?))\\b)`,
  ),
  ask(
    `(?:buy me a coffee|become a (?:patron\\b|paid (?:subscriber|member)|(?:member|subscriber)(?:${end}| (?:today|now|here|for|to)\\b))|consider (?:subscribing|donating|becoming a (?:patron|member|paid|subscriber)|(?:sharing|following|supporting)(?:${end}| (?:this|it|my|our|me|us)\\b)))`,
  ),
  ask(
    `(?:smash|hit|click|tap|press) (?:(?:that|the) )?(?:(?:like|subscribe|follow|share|bell)\\b.{0,30}|(?:like|subscribe|follow|share|bell|link|button) (?:below|above)\\b|link in)`,
  ),
  /^(?:thanks|thank you)(?: so much| very much)? for (?:reading|your (?:support|time)|stopping by|following|sharing|subscribing|being here)\b.{0,80}$/i,
]

/** No pattern is read as Unicode: that takes many times as long to make ready. */
function ask(what: string): RegExp {
  return new RegExp(`${polite}${what}`, 'i')
}
