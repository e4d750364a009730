import type { Problem } from '../problem.ts'
import { excerpt } from '../thread/excerpt.ts'
import { layAttribution } from './attribution.ts'
import { codeSignLacking, type SetCode, setCode } from './code-galley.ts'
import { labelOf } from './code-language.ts'
import { codeLines } from './code-lines.ts'
import { layPage, ornamentsOf, zoneOf } from './code-page.ts'
import { directionOf } from './direction.ts'
import type { EmojiSet } from './emoji.ts'
import { noEmoji } from './emoji.ts'
import type { CardWords } from './layout.ts'
import { languageOf } from './marks.ts'
import type { Shaper } from './shaper.ts'
import type { CardLayout, Sheet } from './sheet.ts'
import { inkOf } from './sheet.ts'
import type { Size } from './size.ts'
import { unitOf } from './size.ts'
import { readSource } from './source.ts'
import type { Theme } from './theme.ts'

/** What stands on cards of code: its lines as they are written, and where they come from. */
export interface CodeWords extends Omit<CardWords, 'quote' | 'language'> {
  readonly code: string
  /** As the owner names it: `ts`; null where that is not said. */
  readonly codeLanguage: string | null
  /** The line of the article that the code begins on. */
  readonly line: number
  /** A BCP 47 tag: that of the article. */
  readonly language?: string
}

/** One of the cards that a block of code takes: what is drawn, and the lines on it. */
export interface CodePage {
  readonly layout: CardLayout
  readonly code: string
}

export type CodeLaidOut =
  | { readonly kind: 'cards'; readonly pages: readonly CodePage[] }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Distance of baselines, in ems. */
const leading = { most: 1.42, least: 1.3 }
/** As many as a post takes. */
const mostPages = 4

/**
 * Lays a block of code out in `theme`, on as few cards of one of `sizes` as hold it, all of one size of type. Lines stay as
 * they are; one that is too long at the smallest size goes on below behind an arrow. There are no pages where there is
 * nothing to draw.
 * @param sizes tried in order: a later one is taken where it needs fewer cards and does not break many lines for that
 */
export function layOutCode(
  words: CodeWords,
  theme: Theme,
  sizes: readonly Size[],
  shaper: Shaper,
  emoji: EmojiSet = noEmoji, // oxlint-disable-line max-params -- as those of a quote
): CodeLaidOut {
  const { line } = words
  const refused = (problem: Problem): CodeLaidOut => ({ kind: 'problem', problem })
  const lines = codeLines(words.code)
  const sign = codeSignLacking(lines, { shaper, emoji })
  if (sign !== null) return refused({ code: 'code-sign', line, sign })
  const by = readSource(words, { theme, language: words.language ?? languageOf(words.title) }, { shaper, emoji })
  if (by.kind === 'problem') return by
  const tried = sizes.map((size) => {
    const sheet = sheetOf(words, theme, size, { shaper, emoji })
    const foot = layAttribution(by.source, sheet)
    const zone = zoneOf(sheet, foot.top)
    return { sheet, foot, zone, set: setCode(lines, { ...zone, leading, pages: mostPages }, sheet) }
  })
  const fitting = tried.flatMap(({ set, ...rest }) => (set.kind === 'set' ? [{ ...rest, set }] : []))
  const [first] = tried
  if (fitting.length === 0) {
    if (first?.set.kind === 'wide') return refused({ code: 'code-line-wide', line, words: excerpt(first.set.line, 60) })
    return refused({ code: 'code-too-long', line, lines: lines.length, cards: mostPages })
  }
  const best = fitting.reduce((one, other) => (costOf(other.set) < costOf(one.set) ? other : one))
  const { sheet, foot, zone, set } = best
  const pages = set.pages.map((page, index): CodePage => {
    const label = labelOf(words.codeLanguage, set.pages.length === 1 ? null : { n: index + 1, of: set.pages.length })
    const shapes = [...ornamentsOf(sheet), ...foot.shapes, ...layPage(page, { set, label, zone }, sheet)]
    return { layout: { size: sheet.size, ground: inkOf(theme, theme.ground), shapes }, code: page.code }
  })
  return { kind: 'cards', pages }
}

/** Three lines that go on below read as badly as one card more. */
function costOf({ pages, broken }: SetCode): number {
  return pages.length + broken / 3
}

function sheetOf(
  { title, logo = null }: CodeWords,
  theme: Theme,
  size: Size,
  setter: Pick<Sheet, 'shaper' | 'emoji'>,
): Sheet {
  const side = Math.round(theme.side * size.width)
  return { theme, size, unit: unitOf(size), side, direction: directionOf(title), mark: '', logo, ...setter }
}
