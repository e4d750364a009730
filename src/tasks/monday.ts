import { mondayOf } from '../core/report/monday.ts'
import type { Ports } from '../ports.ts'
import { digest } from './digest.ts'

/**
 * Tells the owner last week's digest, where they want to be told, once on a Monday; whether it did. Noted down before it
 * is told: a digest that is lost costs no work, and one told every minute would.
 */
export async function monday(ports: Pick<Ports, 'clock' | 'notices' | 'settings' | 'store'>): Promise<boolean> {
  const { clock, notices, settings, store } = ports
  const day = mondayOf(clock.now(), settings.timezone)
  if (settings.notify === null || day === null || (await store.lastDigest()) === day) return false
  const markdown = await digest(ports)
  await store.noteDigest(day)
  await notices.tell({ id: 'digest', day, markdown })
  return true
}
