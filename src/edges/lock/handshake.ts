import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Both sides prove that they know the secret before either says more: anybody on the machine may listen under the lock's
 * name, or connect to it. Each proof is good for this one conversation and this one side.
 */
type Side = 'holder' | 'asker'

/** What a side says of itself first: a number nobody could have known. */
export function challenge(): string {
  return randomBytes(16).toString('hex')
}

/** `asker` and `holder` are the challenges of the two. */
export interface Challenges {
  readonly asker: string
  readonly holder: string
}

export function proofOf(side: Side, secret: string, { asker, holder }: Challenges): string {
  return createHmac('sha256', secret).update(`${side}:${asker}:${holder}`).digest('hex')
}

export function isProof(given: unknown, side: Side, secret: string, challenges: Challenges): boolean {
  const [said, due] = [Buffer.from(String(given)), Buffer.from(proofOf(side, secret, challenges))]
  return said.length === due.length && timingSafeEqual(said, due)
}
