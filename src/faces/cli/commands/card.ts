import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { readSize, sizes, type Size } from '../../../core/card/size.ts'
import { InputError } from '../../../core/problem.ts'
import { drawCard, type CardOrder } from '../../../tasks/draw.ts'
import type { Run } from '../command.ts'

const kinds: Readonly<Record<string, CardOrder['as']>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.svg': 'svg',
}

export const run: Run = async ({ args: [quote = ''], options, terminal, workshop }) => {
  const shop = await workshop()
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : '')
  const file = resolve(text('out') === '' ? 'card.png' : text('out'))
  const order: CardOrder = {
    words: { quote, title: text('title'), handle: text('handle') || (shop.settings.handle ?? ''), name: text('name') },
    theme: text('theme') || shop.settings.cardTheme,
    size: sizeOf(text('size') || '1600x900'),
    as: kindOf(file),
  }
  const tools = { shaper: await shop.shaper(), themes: await shop.themes(), painter: shop.painter }
  const card = await drawCard(order, tools)
  if (card.kind === 'problem') throw InputError.of(card.problem)
  await writeFile(file, card.bytes)
  terminal.print(file)
  terminal.note(card.alt)
}

function kindOf(file: string): CardOrder['as'] {
  const kind = kinds[extname(file).toLowerCase()]
  if (kind !== undefined) return kind
  throw new InputError('card-kind', {
    message: `Cannot draw ${file}: its name does not say what it is`,
    hint: `End it in one of ${Object.keys(kinds).join(', ')}.`,
  })
}

function sizeOf(given: string): Size {
  const size = readSize(given)
  if (size !== null) return size
  throw new InputError('card-size', {
    message: `Cannot draw a card of ${given}: there is no such size`,
    hint: `Choose one of ${sizes.join(', ')}.`,
  })
}
