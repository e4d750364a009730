import type { Break } from '../thread.ts'

/**
 * What a thread costs, in one table: the split chosen is the one whose posts cost least in all. The unit is arbitrary; a
 * row means something only beside the others. To move a break, find the rows that speak for and against it.
 */
export const costs = {
  /** Every post: it takes a reader's attention, and money. */
  post: 16,
  /** Ending a post here. Clause, word and grapheme are offered only where a sentence cannot stand in one post. */
  break: {
    hard: 0,
    section: 0,
    paragraph: 4,
    item: 6,
    sentence: 34,
    clause: 300,
    word: 900,
    grapheme: 3000,
  } satisfies Readonly<Record<Break, number>>,
  /** On top of `clause`: a comma parts less than a semicolon, a colon, a dash or a bracket does. */
  comma: 60,
  /** On top of `clause`: a comma behind "and", "that", "which" …, whose clause goes on after what the commas enclose. */
  commaAfterLink: 150,
  /** On top of `clause`: at a bracket that opens or closes within the clause. */
  bracket: 90,
  /** On top of `clause`: a comma before "which", "because", "making" … */
  commaBeforeClause: 20,
  /** On top of `sentence`: inside an item, whose second half would stand in its post without its bullet. */
  tornItem: 30,
  /** On top of `item`: below the first or above the last of three or more, which then stands alone. */
  lonelyItem: 20,
  /** On top of that: below the row that names the columns of a table. */
  tornHeadRow: 70,
  /** On top of `item`: between two lines of a block of code, for nobody reads half of one. */
  tornCode: 100,
  /** Times the square of the share of a post that is left empty. */
  ragged: 60,
  /** The same, where a section or the article ends: a short last line is no fault. */
  raggedAtEnd: 20,
  /** A post that goes on below a heading that does not stand at its top; less where a post holds more than X's 280. */
  buriedHeading: 70,
  /** A post that begins inside one paragraph and ends inside another. */
  straddling: 70,
  /** A post that ends in a heading. */
  strandedHeading: 100_000,
  /** A post that ends in a colon, its list or quotation torn off. */
  tornLeadIn: 70,
  /** Each quotation or bracket that is open where a post ends. */
  torn: 60,
  /** A post lighter than {@link orphan}. */
  orphan: 160,
  /** A post that begins with a mention: X shows it to fewer readers. */
  mention: 60,
  /** A post over the limit; found only where a single letter is heavier than a post. */
  overLimit: 1e9,
} as const

/** The room that the costs are made for: a post of several times as much is read as a page is, and may hold headings. */
export const ordinaryRoom = 280

/** The weight below which a post looks forsaken. */
export const orphan = 60
