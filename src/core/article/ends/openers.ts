/** Opens a stretch that is furniture to its end, whatever titles and teasers it holds. */
export function opensFurniture(line: string): boolean {
  return line.length <= 80 && openers.some((opener) => opener.test(line))
}

const openers: readonly RegExp[] = [
  /^(?:popular|related|recent|latest|previous|older|newer|similar|featured|other|more|recommended|trending|most (?:read|popular|viewed)) (?:posts?|articles?|stories|entries|content|news)(?: (?:from|on|in) (?:this|my|our|the) (?:blog|site|author))?\s*[:…]?$/i,
  /^(?:you (?:may|might)(?: also)? (?:like|enjoy)|you(?:[’']ll| will) also (?:like|love)|readers also (?:liked|read)|recommended for you|keep reading|up next|read next|what to read next|more like this)\s*[:…]?$/i,
  // "More from hunger than from greed" is a line of a poem.
  /^More (?:from|by) (?:[A-Z]|this\b|our\b|my\b)[^.!?]{0,40}$/,
  /^(?:blog archive|archives?|blogroll|about this blog|total page ?views|search this blog|tag cloud)\s*:?$/i,
]

/** Opens the readers' comments: furniture when readers' comments, or nothing that is prose, follow. */
export function opensComments(line: string): boolean {
  return line.length <= longest && opener.test(line)
}

const longest = 200
const opener =
  /^(?:(?:\d[\d,.]*|no) (?:comments?|responses?|replies)(?: (?:on|to) .*)?|(?:\d[\d,.]*|one) (?:thoughts?|comment|response|reply) (?:on|to) .*|comments?|responses?|replies|leave a (?:comment|reply|response)|post a comment|add a comment|join the (?:discussion|conversation)|discussion(?: about this (?:post|episode))?|write a comment)(?:\s*\(\d+\))?\s*[:.…]?$/i
