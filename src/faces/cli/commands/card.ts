import { readFile } from 'node:fs/promises'
import { extname, relative, resolve } from 'node:path'
import { readLogo, type Logo } from '../../../core/card/logo.ts'
import { readSize, sizes, type Size } from '../../../core/card/size.ts'
import { InputError } from '../../../core/errors.ts'
import { isWarning } from '../../../core/problem.ts'
import { Colour } from '../../../core/values.ts'
import { wordsOf } from '../../../core/words.ts'
import type { Workshop } from '../../../ports.ts'
import { notesOn, readBrand } from '../../../tasks/brand.ts'
import { drawCard, type CardOrder } from '../../../tasks/draw.ts'
import type { Context, Run } from '../command.ts'
import { writeWhere } from '../write.ts'

const kinds: Readonly<Record<string, CardOrder['as']>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.svg': 'svg',
}

export const run: Run = async ({ args: [quote = ''], options, terminal, workshop }) => {
  const shop = await workshop()
  const text = textOf(options)
  if (text('sheet') !== '') return showSheet(text('sheet'), text('out'), { shop, terminal })
  const own = await ownOf(text)
  const { brand, problems } = await readBrand(null, shop, own)
  if (problems[0] !== undefined) throw InputError.of(problems[0])
  const file = resolve(text('out') || 'card.png')
  const title = text('title')
  const handle = text('handle') === '' ? (shop.settings.handle ?? '') : handleOf(text('handle'))
  const order: CardOrder = {
    words: { quote, title, handle, name: text('name') || brand.name, logo: brand.logo },
    theme: text('theme') || (own.photo === null ? shop.settings.cardTheme : 'photo'),
    size: sizeOf(text('size') || '1600x900'),
    as: kindOf(file),
    colour: text('colour') === '' ? brand.colour : colourOf(text('colour')),
    photo: brand.photo,
  }
  const tools = { shaper: await shop.shaper(), themes: await shop.themes(), painter: shop.painter }
  const notes = await notesOn(brand.logo, tools.themes.get(order.theme), shop)
  const unfit = notes.find((note) => !isWarning(note))
  if (unfit !== undefined) throw InputError.of(unfit)
  const card = await drawCard(order, tools)
  if (card.kind === 'problem') throw InputError.of(card.problem)
  terminal.print(await writeWhere(file, card.bytes))
  terminal.note(card.alt)
  if (text('colour') !== '' && !(await showsColour(card.bytes, order, tools))) {
    terminal.note(
      `The theme ${order.theme} shows your colour in emphasised words alone, ==like these==, and this quote has none.`,
    )
  }
  for (const note of notes) terminal.note(`${wordsOf(note).message}. ${wordsOf(note).hint}`)
}

/** Whether a card is another with the owner's colour than without. */
async function showsColour(
  drawn: Uint8Array,
  order: CardOrder,
  tools: Parameters<typeof drawCard>[1],
): Promise<boolean> {
  const without = await drawCard({ ...order, colour: null }, tools)
  return without.kind === 'problem' || Buffer.compare(without.bytes, drawn) !== 0
}

/** Writes the page beside the article, unless told where. */
async function showSheet(
  slug: string,
  out: string,
  { shop, terminal }: Pick<Context, 'terminal'> & { readonly shop: Workshop },
): Promise<void> {
  // What reads articles is heavy, and a single card does without it.
  const { drawSheet } = await import('../../../tasks/sheet.ts')
  const { sheetPage } = await import('../../pages/sheet.tsx')
  const page = sheetPage({ slug, ...(await drawSheet(slug, shop)) })
  if (out === '') await shop.pieces.write(slug, new Map([['cards.html', page]]))
  else await writeWhere(out, page)
  terminal.print(relative(process.cwd(), out === '' ? shop.pieces.path(slug, 'cards.html') : resolve(out)))
}

function textOf(options: Context['options']): (name: string) => string {
  return (name) => (typeof options[name] === 'string' ? options[name] : '')
}

/** The pictures that the command line names take the place of those that the settings name. */
async function ownOf(text: (name: string) => string): Promise<{ logo: Logo | null; photo: Uint8Array | null }> {
  const picture = async (what: 'logo' | 'photo'): Promise<Uint8Array | null> => {
    const file = text(what)
    if (file === '') return null
    return readFile(file).catch((cause: unknown) => {
      const { code } = cause as NodeJS.ErrnoException
      if (code === 'ENOENT') throw InputError.of({ code: 'picture-missing', what, file })
      throw cause
    })
  }
  const bytes = await picture('logo')
  const read = bytes === null ? null : readLogo(bytes, text('logo'))
  if (read?.kind === 'problem') throw InputError.of(read.problem)
  return { logo: read?.logo ?? null, photo: await picture('photo') }
}

function kindOf(file: string): CardOrder['as'] {
  const kind = kinds[extname(file).toLowerCase()]
  if (kind !== undefined) return kind
  throw new InputError('card-kind', {
    message: `Cannot draw ${file}: its name does not say what it is`,
    hint: `End it in one of ${Object.keys(kinds).join(', ')}.`,
  })
}

function handleOf(given: string): string {
  const [, name] = /^@?(\w{1,20})$/.exec(given) ?? []
  if (name !== undefined) return `@${name}`
  throw new InputError('card-handle', {
    message: `Cannot draw a card for the handle ${given}: it is no handle of X`,
    hint: 'Write an @ and then up to 20 letters, digits and _, like @thebroadside.',
  })
}

function sizeOf(given: string): Size {
  const size = readSize(given)
  if (size !== null) return size
  throw new InputError('card-size', {
    message: `Cannot draw a card of ${given}: there is no such size`,
    hint: `Choose one of ${sizes.join(', ')}, or any of 400 to 4096 pixels a side.`,
  })
}

function colourOf(given: string): string {
  const read = Colour.safeParse(given)
  if (read.success) return read.data
  throw new InputError('card-colour', {
    message: `Cannot draw a card in the colour ${given}: it is no colour`,
    hint: 'Write it as #rrggbb, like #b1201c.',
  })
}
