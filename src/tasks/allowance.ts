import { allowanceOf, type Allowance } from '../core/publication/allowance.ts'
import type { Ports } from '../ports.ts'
import { recall } from './recall.ts'

/**
 * Whether X lets the account make the posts numbered `posts` at `at`, beside what this store published in the 24 hours
 * around it and, for a thread that is no job yet (`job` is null), what is queued for then. Posts made elsewhere are not
 * known here. `verified`: whether the account bears X's check mark; a limit past 280 tells it too.
 */
export async function allowance(
  posts: readonly { readonly n: number }[],
  { at, job, verified = null }: { readonly at: Date; readonly job: string | null; readonly verified?: boolean | null },
  ports: Pick<Ports, 'settings' | 'store'>,
): Promise<Allowance> {
  const made = (await recall({ at, job }, ports)).map((post) => ({ at: post.at, isReply: post.n > 1 }))
  const beginnings = posts.filter(({ n }) => n === 1).length
  const isPremium = ports.settings.limit > 280
  return allowanceOf(
    { at, beginnings, replies: posts.length - beginnings },
    { made, verified: isPremium ? true : verified },
  )
}
