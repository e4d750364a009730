import { describe, expect, test } from 'vitest'
import { worthOf } from '../../../src/core/card/worth.ts'

describe('worthOf()', () => {
  test.each([
    ['points back with its first word', 'This is what makes a promise worth the paper on which it stands.'],
    ['begins with a pronoun', 'They never asked what the law was, and nobody thought to tell them.'],
    ['goes on from the sentence before it', 'However, no court has ever drawn a line at a number of words.'],
    ['leans on another after a preposition', 'In that case, nothing of the work may be copied without leave.'],
    ['is somebody else’s speech', 'The judge wrote “we draw no such line and never shall” in the end.'],
    ['has a pronoun for what is not there', 'You cannot save it up, and you cannot borrow it from anyone.'],
    ['asks what others answer', 'What does a promise cost when nobody is left to hear it kept?'],
    ['opens a quotation and does not close it', 'The law is “plain to everyone who cares to read a line of law.'],
    ['closes a bracket that it never opened', 'Every promise is kept by somebody (or by nobody) in the end).'],
    ['has the mark of a footnote', 'Nobody has ever kept a promise by accident[2] in all of history.'],
    ['has the raised mark of a footnote', 'Nobody has ever kept a promise by accident¹ in all of history.'],
    ['names a page on the web', 'Everything is written down at example.org for all of us to read.'],
    ['is too short', 'Power is borrowed.'],
    ['is too long', `No ${'word and word '.repeat(30)}is enough.`],
    ['is no sentence', 'What the law says, and what it does not say at all'],
    ['leads to a list', 'Courts weigh four factors in every case, and these are the four:'],
    ['has a link', 'Everything is written down at https://example.org for all to read.'],
    ['is a list item', '• The purpose of the use, and whether it is commercial or not.'],
    ['is a headline in capitals', 'THE LAW SAYS NOTHING OF THE KIND, AND NEVER HAS SAID IT.'],
  ])('refuses what %s', (_, sentence) => expect(worthOf(sentence)).toBeNull())

  test.each([
    [
      'contrast over statement',
      'Fair use is not a right to copy but a defence of the copy.',
      'Fair use is among the rights to copy and to defend the copies.',
    ],
    [
      'plain words over long ones',
      'Two honest people can read the same four lines and part as friends.',
      'Professional practitioners consistently misinterpret straightforward statutory provisions.',
    ],
    [
      'words over dates',
      'The Act was signed, and the long quarrel over its words began.',
      'The Act was signed on October 19, 1976, and amended in 1992.',
    ],
    [
      'what holds over what happened once',
      'A promise is the only debt that grows when it is paid.',
      'A promise was the only debt that had grown when it was paid.',
    ],
    [
      'the writer over what somebody said',
      'Nobody reads the law before the first letter from a lawyer.',
      'Nobody reads the law before the first letter, he said to me.',
    ],
    [
      'what is clear over what is aside',
      'A commercial use can be fair, and a free one can infringe.',
      'A commercial use (for money) can be fair (and a free one not).',
    ],
    [
      'a length that fits a card',
      `Nobody owns a fact, and ${'nobody owns a thought, and '.repeat(2)}nobody should.`,
      `Nobody owns a fact, and ${'nobody owns a thought, and '.repeat(8)}nobody should.`,
    ],
  ])('prefers %s', (_, better, worse) => {
    expect(worthOf(better) ?? -9).toBeGreaterThan(worthOf(worse) ?? -9)
    expect(worthOf(worse)).not.toBeNull()
  })
})
