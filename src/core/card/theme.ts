import { z } from 'zod'
import { contrast, enough } from './contrast.ts'

/** Lengths are pixels of a card as large as 1200 × 1200 (see `unitOf`); inks are names out of `inks`. */
const Length = z.number().nonnegative()
const Ink = z.string()

/** How a line of text looks. Tracking is space added after each letter, in ems. */
const Type = z
  .strictObject({ font: z.string(), size: Length.positive(), ink: Ink, tracking: z.number().default(0) })
  .readonly()
export type Type = z.infer<typeof Type>

const Ornament = z.discriminatedUnion('kind', [
  /** A short bar at the head of the measure. */
  z.strictObject({ kind: z.literal('rule'), top: Length, width: Length, thickness: Length, ink: Ink }).readonly(),
  /** A thin line all round the card. */
  z.strictObject({ kind: z.literal('frame'), inset: Length, thickness: Length, ink: Ink }).readonly(),
  /** A quotation mark that stands over the quote, `gap` above it, centred. */
  z.strictObject({ kind: z.literal('mark'), font: z.string(), size: Length, gap: Length, ink: Ink }).readonly(),
  /** A quotation mark too large for the card, cut off by its upper edge: `shown` of it stays in sight. */
  z.strictObject({ kind: z.literal('giant'), font: z.string(), size: Length, shown: Length, ink: Ink }).readonly(),
])
export type Ornament = z.infer<typeof Ornament>

const Quote = z
  .strictObject({
    font: z.string(),
    ink: Ink,
    tracking: z.number().default(0),
    align: z.enum(['left', 'centre']),
    /** The largest and the smallest size of type. */
    size: z.strictObject({ most: Length, least: Length }).readonly(),
    /** Distance of baselines, in ems, at the largest and at the smallest size. */
    leading: z.strictObject({ most: z.number(), least: z.number() }).readonly(),
    /** From the card's upper edge to the quote's zone, and from the zone to the attribution. */
    room: z.strictObject({ above: Length, below: Length }).readonly(),
    /** Where in the spare height of its zone the quote stands: 0 at the top, 1 at the bottom. */
    anchor: z.number().min(0).max(1),
    /** The ink of the quotation marks around the words; null draws none. */
    marks: Ink.nullable(),
    /** How `==a phrase==` looks; a bar is a ground of its own. */
    emphasis: z.strictObject({ font: z.string().optional(), ink: Ink, bar: Ink.nullable() }).readonly(),
  })
  .readonly()

const Attribution = z
  .strictObject({
    /** A row has the title and handle at its left and the name at its right; a stack has the title over the others. */
    arrangement: z.enum(['row', 'stack']),
    title: Type,
    handle: Type,
    name: Type,
    /** From the last baseline to the card's lower edge. */
    below: Length,
    /** Baseline to baseline of two lines. */
    leading: Length,
    /** The line over it; a width of null is the whole measure. The gap goes to the top of the capitals. */
    rule: z.strictObject({ ink: Ink, thickness: Length, width: Length.nullable(), gap: Length }).readonly().nullable(),
    /** A band of another ground across the foot of the card, so far above the capitals as below the last baseline. */
    band: Ink.nullable(),
  })
  .readonly()

/** How a card looks, as data: `assets/themes/<name>.json`. */
export const Theme = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'may hold only a-z, 0-9 and -'),
    inks: z.record(z.string(), z.string().regex(/^#[0-9a-f]{6}$/, 'must be an ink like #1c1a17')).readonly(),
    ground: Ink,
    /** Whether a photo fills the card, with as much of the ground's ink over it as the words need. */
    photo: z.boolean().default(false),
    /** The ink that the owner's own colour takes the place of; null where none may. */
    accent: Ink.nullable().default(null),
    /** The margin at each side, as a part of the card's width. */
    side: z.number().min(0.05).max(0.25),
    quote: Quote,
    ornaments: z.array(Ornament).readonly(),
    attribution: Attribution,
  })
  .superRefine((theme, context) => {
    const { inks } = theme
    for (const ink of inksOf(theme)) {
      if (!Object.hasOwn(inks, ink)) context.addIssue({ code: 'custom', message: `there is no ink "${ink}" in it` })
    }
    for (const [ink, ground] of pairsOf(theme)) {
      const ratio = contrast(inks[ink] ?? '#000000', inks[ground] ?? '#000000')
      if (ratio >= enough) continue
      const message = `"${ink}" on "${ground}" has a contrast of ${ratio.toFixed(2)}; text needs ${enough}`
      context.addIssue({ code: 'custom', message })
    }
  })
  .readonly()
export type Theme = z.infer<typeof Theme>

/** Every pair of an ink that words are set in and the ground they stand on. */
export function pairsOf({ ground, quote, attribution }: Theme): readonly (readonly [ink: string, ground: string])[] {
  const foot = attribution.band ?? ground
  return [
    [quote.ink, ground],
    [quote.marks ?? quote.ink, ground],
    [quote.emphasis.ink, quote.emphasis.bar ?? ground],
    [attribution.title.ink, foot],
    [attribution.handle.ink, foot],
    [attribution.name.ink, foot],
  ]
}

function inksOf(theme: Theme): readonly string[] {
  const { ornaments, attribution } = theme
  const drawn = [
    ...ornaments.map(({ ink }) => ink),
    attribution.rule?.ink ?? theme.ground,
    theme.accent ?? theme.ground,
  ]
  return [...new Set([...pairsOf(theme).flat(), ...drawn])]
}

/** The names of the fonts that a theme draws with. */
export function fontsOf({ quote, ornaments, attribution }: Theme): ReadonlySet<string> {
  const marks = ornaments.flatMap((ornament) => ('font' in ornament ? [ornament.font] : []))
  const lines = [attribution.title, attribution.handle, attribution.name].map(({ font }) => font)
  return new Set([quote.font, quote.emphasis.font ?? quote.font, ...lines, ...marks])
}
