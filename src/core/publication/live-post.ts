import { z } from 'zod'

// The order of the folders lets publication know nothing of metrics: the figures pass through here unnamed.
const Figures = z.record(z.string(), z.unknown()).optional()

const Url = z.object({ url: z.string(), expanded_url: z.string().optional(), media_key: z.string().optional() })

const Entities = z.object({ urls: z.array(Url).optional() }).optional()

const Reference = z.object({ type: z.string(), id: z.string() })

/** A post as X's API gives it, in its old vocabulary and its new one. */
export const RawPost = z.object({
  id: z.string(),
  text: z.string(),
  created_at: z.string().optional(),
  source: z.string().optional(),
  entities: Entities,
  note_tweet: z.object({ text: z.string(), entities: Entities }).optional(),
  note_post: z.object({ text: z.string(), entities: Entities }).optional(),
  attachments: z.object({ media_keys: z.array(z.string()).optional() }).optional(),
  referenced_tweets: z.array(Reference).optional(),
  referenced_posts: z.array(Reference).optional(),
  public_metrics: Figures,
  non_public_metrics: Figures,
})
export type RawPost = z.infer<typeof RawPost>

/** A post as the network shows it, its text as it was written: entities unescaped, t.co links expanded. */
export interface LivePost {
  readonly id: string
  readonly text: string
  /** Null where the network does not say. */
  readonly createdAt: string | null
  readonly replyTo: string | null
  readonly mediaKeys: readonly string[]
  /** The name of the app that posted it. */
  readonly source: string | null
  /** X's own names and figures, as they came. */
  readonly figures: Readonly<Record<string, unknown>>
}

export function livePost(raw: RawPost): LivePost {
  const note = raw.note_tweet ?? raw.note_post
  const references = raw.referenced_tweets ?? raw.referenced_posts ?? []
  return {
    id: raw.id,
    text: written(note?.text ?? raw.text, note?.entities?.urls ?? raw.entities?.urls ?? [], raw.id),
    createdAt: raw.created_at ?? null,
    replyTo: references.find(({ type }) => type === 'replied_to')?.id ?? null,
    mediaKeys: raw.attachments?.media_keys ?? [],
    source: raw.source ?? null,
    figures: { ...raw.non_public_metrics, ...raw.public_metrics },
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/**
 * What the author wrote, of what X made of it: escapes undone, the link to the post's own pictures dropped, every other
 * link expanded. What an address holds is taken as it is, also where it looks like an escape.
 */
function written(text: string, urls: readonly z.infer<typeof Url>[], id: string): string {
  const addresses = new Map(urls.map((url) => [url.url, isOwnPicture(url, id) ? '' : (url.expanded_url ?? url.url)]))
  return text
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (escape) => escapes[escape] ?? escape)
    .replaceAll(/https?:\/\/t\.co\/\w+/gi, (short) => addresses.get(short) ?? short)
    .trimEnd()
}

/** A link to a picture of another post is the author's, like any other. */
function isOwnPicture({ expanded_url, media_key }: z.infer<typeof Url>, id: string): boolean {
  if (expanded_url === undefined) return media_key !== undefined
  return /\/status\/(\d+)\/(?:photo|video)\/\d+$/.exec(expanded_url)?.[1] === id
}
