import { describe, expect, test } from 'vitest'
import { isDangling } from '../../../src/core/card/dangling.ts'

describe('isDangling()', () => {
  test.each([
    'This is what makes a promise worth the paper on which it stands.',
    'However, no court has ever drawn a line at a number of words.',
    'You cannot save it up, and you cannot borrow it from next week.',
    'I have come to think of it as a kind of promise, renewed each evening.',
    'For most of history it was the price of being alive on a weekday.',
    'The shopkeepers are against it, and I understand them.',
    'What kept him at his oven was not the money.',
    'Nobody had paid him enough to hire an apprentice.',
    'Two words in it do a great deal of work for the courts.',
    'What the screens take is what we were looking for someone to give it to.',
    'None of the four is a switch that decides by itself.',
    'The statute quoted above is nobody’s property, and everybody’s.',
    'Libraries were such rooms, and so were trains.',
  ])('finds that this leans on what stands elsewhere: %s', (sentence) => expect(isDangling(sentence)).toBe(true))

  test.each([
    'A town can forget a river, but a river does not forget where it used to run.',
    'To give way in time is not defeat; it is the only victory that water allows.',
    'Gratitude is what we offer people when we have decided not to pay them.',
    'Scarcity explains the price of things; it does not explain the price of people.',
    'Whatever we are afraid of losing, it has not been lost yet.',
    'Boredom is the mind’s way of asking what it would do if nobody told it.',
    'Nobody wants to be told that he has built his life in a river.',
    'On a good day it takes a lawyer to read what a clerk has written.',
    'Every generation inherits a house it did not build.',
    'This-worldly people say that the rest can wait.',
  ])('finds that this stands alone: %s', (sentence) => expect(isDangling(sentence)).toBe(false))
})
