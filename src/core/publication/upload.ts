import { z } from 'zod'
import { Instant } from '../queue/job.ts'

/** A picture of a post that X took, and keeps for a while: whoever goes on with the thread need not send it again. */
export const Upload = z.object({
  schema: z.literal(1),
  job: z.string(),
  n: z.number().int().positive(),
  /** Which of the post's pictures it is, from 1. */
  place: z.number().int().positive(),
  at: Instant,
  /** Of its bytes. */
  sha256: z.string(),
  alt: z.string(),
  media: z.object({ id: z.string(), key: z.string(), expiresAt: Instant }),
})
export type Upload = z.infer<typeof Upload>

/** What X will forget within this time is sent anew. Milliseconds. */
const spareLife = 3_600_000

/** Whether X still has this very picture, described in these words, for long enough to be posted. */
export function isUsable(
  { sha256, alt, media }: Upload,
  picture: { readonly sha256: string; readonly alt: string },
  now: Date,
): boolean {
  return sha256 === picture.sha256 && alt === picture.alt && Date.parse(media.expiresAt) - now.getTime() > spareLife
}
