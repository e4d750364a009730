import { digest } from '../../../tasks/digest.ts'
import type { Run } from '../command.ts'
import { sayNetwork } from '../say.ts'

export const run: Run = async ({ terminal, workshop }) => {
  const shop = await workshop()
  sayNetwork(shop, terminal)
  terminal.print(await digest(shop))
}
