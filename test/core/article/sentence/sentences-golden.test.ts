import { describe, expect, test } from 'vitest'
import { sentences } from '../../../../src/core/article/sentence/sentences.ts'

/**
 * The 52 rules by which sentence splitters of English are commonly judged (the "Golden Rules" of the pragmatic segmenter),
 * each with a sentence of our own. A bar marks where one sentence ends and the next begins.
 */
const rules: readonly (readonly [rule: string, marked: string])[] = [
  ['1 a full stop', 'The clerk left. |His desk was empty.'],
  ['2 a question mark', 'Where do you come from? |I come from the coast.'],
  ['3 an exclamation mark', 'A ship is in sight! |Call the captain.'],
  ['4 a capital initial', 'The letter is signed by Amos R. Whitlock.'],
  ['5 a small letter before a number', 'The table stands on p. 212 of the report.'],
  ['6 a short small abbreviation within', 'Did Harris and co. come to the hearing?'],
  ['7 a short capital abbreviation within', 'The case against Dunn, Marsh & Co. in Leeds was settled.'],
  ['8 a short small abbreviation at the end', 'Ask the foreman and co. |They were there.'],
  ['9 a short capital abbreviation at the end', 'The case was brought by Dunn, Marsh & Co. |It was settled.'],
  ['10 a prefix of a place', 'From the porch you see Mt. Rainier on clear days.'],
  ['11 the same letters before and after a name', "St. Anne's School is on Water St. behind the mill."],
  ['12 a possessive after the stop', "That was Harlan Jr.'s idea."],
  ['13 letters with stops within', 'She toured the U.S.S.R. twice in a decade.'],
  ['14 letters with stops at the end', 'They trade within the E.U. |What about Norway?'],
  ['15 U.S. at the end', 'My parents moved to the U.S. |When did yours?'],
  ['16 U.S. before a name', 'She clerked for the U.S. Senate in the spring.'],
  ['17 U.S. before a small letter', 'He had been in the U.S. since the war.'],
  ['18 times of day', 'At 7 a.m. Dr. Lowe opened the office. |She closed it at 8 P.M. |Dr. Lowe was tired.'],
  ['19 a decimal', 'The fee is $12.50 a head.'],
  ['20 a decimal at the end', 'The fee was $12.50. |Nobody paid it.'],
  ['21 a sentence in brackets within', 'He sat for Ohio (He had once been a judge there.) in the last Congress.'],
  ['22 an address for mail', 'Write to the clerk at k.moss@example.org. |We answer within a week.'],
  ['23 an address on the web', 'It is all at https://www.example.org/2024/a-b_c.html. |Have a look.'],
  ['24 single quotation marks within', "He looked up, 'We are late.' he said."],
  ['25 double quotation marks within', 'He looked up, "We are late." he said.'],
  ['26 double quotation marks at the end', 'He looked up, "We are late." |They ran to the station.'],
  ['27 two exclamation marks', 'Stop!! |You will break it.'],
  ['28 two question marks', 'Really?? |Who told you that?'],
  ['29 both marks', 'You did what!? |Tell me again.'],
  ['30 both marks the other way round', 'You did what?! |Tell me again.'],
  ['31 items with stop and bracket', '1.) Read the notice |2.) Sign the form'],
  ['32 items with stop and bracket that end', '1.) Read the notice. |2.) Sign the form.'],
  ['33 items with bracket', '1) Read the notice |2) Sign the form'],
  ['34 items with bracket that end', '1) Read the notice. |2) Sign the form.'],
  ['35 items with stop', '1. Read the notice |2. Sign the form'],
  ['36 items with stop that end', '1. Read the notice. |2. Sign the form.'],
  ['37 items with bullet and number', '• 9. Read the notice |• 10. Sign the form'],
  ['38 items with dash bullet and number', '⁃9. Read the notice |⁃10. Sign the form'],
  ['39 items with letters', 'a. Read the notice |b. Sign the form |c. Send it back'],
  ['40 a line broken within a sentence', 'The witness was\nasked to wait outside the room.'],
  ['41 a line broken after a space', 'The road was wet \nand the bridge was closed.'],
  ['42 rows of words', 'opening hours\n|ticket prices\n|school groups, guided tours\n'],
  ['43 a number after a sign', 'The stone is marked N°. 4471.20.8. |Nobody knows why.'],
  ['44 a name with an exclamation mark', 'He left Yahoo! for a smaller firm.'],
  ['45 I as a word and as an initial', 'It was settled between you and I. |Have you met Peter I. Harmon yet?'],
  ['46 an ellipsis that ends a quotation', 'She held that a free press “will, in the end, correct itself. . . .”'],
  ['47 ellipses in square brackets', '“Lincoln [...] spoke for two minutes [...]” (Hale 41).'],
  [
    '48 an ellipsis and a stop',
    'Here the copyist leaves out a line and marks the end . . . . |The next line is whole.',
  ],
  ['49 four dots', 'We had all agreed on it.... |Then the vote was called.'],
  [
    '50 ellipses of one who falters',
    'I was not ... well, what I mean...look . . . what I want, you see, is . . . I cannot say.',
  ],
  [
    '51 omissions within and at the end',
    'The old rule . . . fell out of use in the towns. . . . |The villages kept it. . . .',
  ],
  ['52 no spaces at all', 'It rained all day.|The match was moved.|Mr. Bell paid 2,500.|That was too much.'],
]

describe('the golden rules', () => {
  test.each(rules)('sentences() keeps rule %s', (_, marked) => {
    const parts = marked.split('|').map((part) => part.trim())
    expect(sentences(marked.replaceAll('|', ''))).toEqual(parts)
  })
})
