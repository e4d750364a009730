/**
 * Whether a short line asks the reader to do something on a network: like, share, subscribe, follow, comment. A line that
 * only begins with such a word ("Follow the money.") asks for nothing.
 */
export function isCallToAction(line: string): boolean {
  const text = line.trim()
  if (text.length > 220 || text.split(/\s+/).length > 36) return false
  const bare = text.replace(/^[^\p{L}\p{N}@]+/u, '').replace(/\s+/g, ' ')
  if (!mayAsk.test(bare) || !asks.some((ask) => ask.test(bare))) return false
  const [, ...others] = bare.split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  return others.every((sentence) => sentence.length <= longestAside || asks.some((ask) => ask.test(sentence)))
}

/** What else may stand beside the asking: "It means a lot." Whoever says more tells something. */
const longestAside = 25

/** How whatever asks begins: a quick test, since the patterns below take longer to make ready than to match. */
const mayAsk =
  /^(?:please|pls|plz|kindly|so|and|also|now|remember|be sure|make sure|feel free|do|if you|lik|shar|subscrib|follow|comment|repost|retweet|re-?blog|tip|bookmark|restack|clap|support|rat|review|sign|join|leav|drop|writ|post|add|let|tell|sound|buy|becom|consider|smash|hit|click|tap|press|thank)/i

const polite = String.raw`^(?:(?:please|pls|plz|kindly|so|and|also|now|remember to|be sure to|make sure to|feel free to|don[’']?t forget to|do not forget to|if you[^,.!?]{0,60}(?:like|lik|love|enjoy|found|find|want|learn|appreciat|agree|value|support)[^,.!?]{0,60},?(?: please| consider)?)[ ,:]+)*`
const verb = String.raw`(?:like|lik(?:e|ing)|shar(?:e|ing)|subscrib(?:e|ing)|follow(?:ing)?|comment(?:ing)?|repost(?:ing)?|retweet(?:ing)?|re-?blog|donat(?:e|ing)|tip|bookmark|restack|clap)`
const joint = String.raw`(?:\s*(?:,|&|\+|\/|and|or|,? and)\s*)`
const thing = String.raw`(?:this|it|my|our|the) (?:article|post|story|page|video|thread|blog|newsletter|channel|piece|essay|column|podcast|site|work|link|button)\b`
const stop = String.raw`(?=\s*(?:$|[^\p{L}\p{N}\s]))`

/** Read as Unicode only where a letter is to be told from a sign: that takes a pattern many times as long to make ready. */
const asks: readonly RegExp[] = [
  new RegExp(
    `${polite}${verb}(?:${joint}${verb})+(?:${stop}| (?:this|it|us|me|my|our|with|if|for|to|on|below|the|please))`,
    'iu',
  ),
  new RegExp(
    `${polite}(?:like|share|repost|retweet|bookmark|support|restack|rate|review) (?:${thing}|(?:this|it) (?:with (?:your|a|every|any|some)|if|to spread|on (?:x|twitter|facebook)|around|widely|!)|(?:this|it)${stop})`,
    'iu',
  ),
  new RegExp(`${polite}(?:share|like|comment|subscribe|follow|repost|retweet)${stop}`, 'iu'),
  new RegExp(`${polite}share (?:your|the) (?:thoughts|views|opinion|comments|experience)`, 'i'),
  new RegExp(
    `${polite}subscrib(?:e|ing) (?:to (?:my|our|the|this|@|it)|for|now|today|here|below|on|by|free|if|so|and|via|with)\\b`,
    'i',
  ),
  new RegExp(
    `${polite}follow(?:ing)? (?:me|us|@\\w+|my|our|along|for more|(?:the|this) (?:blog|page|channel|account|newsletter))\\b`,
    'i',
  ),
  new RegExp(
    `${polite}(?:sign up|join) (?:for|to|our|my|the|us on|me on)\\b.{0,40}(?:newsletter|mailing list|e-?mail|updates|channel|community|list|discord|patreon|telegram|x|facebook)\\b`,
    'i',
  ),
  new RegExp(
    `${polite}(?:leave|drop|write|post|add) (?:a|your|me a|us a|some) (?:comments?|thoughts?|reply|like|review|note)\\b`,
    'i',
  ),
  new RegExp(
    `${polite}(?:comment|let (?:me|us) know|tell (?:me|us)|sound off)\\b.{0,60}(?:below|comments?|think|thoughts)\\b`,
    'i',
  ),
  new RegExp(
    `${polite}(?:donate|support (?:me|us|my work|our work|this (?:blog|work|site|newsletter)|independent))\\b`,
    'i',
  ),
  new RegExp(
    `${polite}(?:buy me a coffee|become a (?:patron|member|paid|subscriber)|consider (?:subscribing|sharing|following|donating|becoming|supporting))`,
    'i',
  ),
  new RegExp(
    `${polite}(?:smash|hit|click|tap|press) (?:that|the|like|subscribe|follow|share)\\b.{0,30}(?:like|subscribe|follow|share|bell|button|link|below)\\b`,
    'i',
  ),
  /^(?:thanks|thank you)(?: so much| very much)? for (?:reading|your (?:support|time)|stopping by|following|sharing|subscribing|being here)\b.{0,80}$/i,
]
