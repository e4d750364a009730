import { spell } from '../core/queue/spell.ts'
import type { Ports } from '../ports.ts'
import { freeSlot } from './find-time.ts'
import { proposeAll, type Proposal } from './propose.ts'
import { lastClash, repeats } from './repeats.ts'

type Needs = Pick<Ports, 'chance' | 'clock' | 'pieces' | 'sandboxed' | 'settings' | 'store'>

/** The threads of a piece, and why they do not go out sooner. */
export interface Next {
  readonly proposals: readonly Proposal[]
  /** A sentence; null where the first goes out in the next free slot. */
  readonly remark: string | null
}

/**
 * The threads of a piece for the next free slot in which X takes every post of the first: it takes the same words once in a
 * day.
 * @throws InputError when no slots are set, or one of the threads cannot be queued as it stands.
 */
export async function proposeNext(slug: string, ports: Needs): Promise<Next> {
  let remark: string | null = null
  for (let at = await freeSlot(ports); ;) {
    const proposals = await proposeAll(slug, at, ports)
    const clash = lastClash(await repeats(proposals[0]?.posts ?? [], { at, job: null }, ports))
    if (clash === null) return { proposals, remark }
    const { n, of, until } = clash
    remark = `It takes no slot before ${spell(new Date(until), ports.settings.timezone)}: post ${n} says the same as ${of}, and X refuses the same words twice within a day`
    at = await freeSlot(ports, undefined, { after: new Date(until) })
  }
}
