import { InputError } from '../../core/errors.ts'
import { settings as knownSettings } from '../../core/settings.ts'
import type { DraftOptions } from '../../tasks/make-thread.ts'
import type { Context } from './command.ts'

/**
 * What a person asks of `draft`.
 * @throws InputError for a limit, a number of cards or parts that is none.
 */
export function draftOptions(options: Context['options']): DraftOptions {
  const limit = limitOf(options['limit'])
  const parts = partsOf(options['parts'])
  return {
    cards: cardsOf(options['cards']),
    again: options['again'] === true,
    ...(limit === null ? {} : { limit }),
    ...(parts === null ? {} : { parts }),
  }
}

function partsOf(given: string | boolean | undefined): 'headings' | 'none' | number | null {
  if (given === undefined) return null
  if (given === 'headings' || given === 'none') return given
  const parts = Number(given)
  if (Number.isInteger(parts) && parts >= 1 && parts < 1000) return parts
  throw new InputError('parts', {
    message: `Cannot draft with --parts ${String(given)}: it must be headings, none or a whole number`,
    hint: 'Without it the article is one thread, or what its front matter says.',
  })
}

function cardsOf(given: string | boolean | undefined): boolean | number {
  if (typeof given !== 'string') return given !== false
  if (given === 'none') return false
  if (/^\d{1,3}$/.test(given)) return Number(given)
  throw new InputError('cards', {
    message: `Cannot draft with --cards ${given}: it is no number of cards`,
    hint: 'Give a number such as 3, or none.',
  })
}

function limitOf(given: string | boolean | undefined): number | null {
  if (given === undefined) return null
  const read = knownSettings.BROADSIDE_LIMIT.value.safeParse(given)
  if (read.success) return read.data
  const why = read.error.issues[0]?.message ?? 'it cannot be read'
  throw new InputError('limit', {
    message: `Cannot draft with --limit ${String(given)}: ${why}`,
    hint: 'The usual one is 280.',
  })
}
