import { createHash, randomInt, randomUUID } from 'node:crypto'
import type { Chance } from '../ports.ts'

/** Without letters and digits that are taken for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

export const machineChance: Chance = {
  sha256: (content) => createHash('sha256').update(content).digest('hex'),
  nonce: () => randomUUID(),
  letters: (length) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
}
