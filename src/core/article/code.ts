import type { CodeCard, Dropped } from './article.ts'
import type { CodeChoice } from './choices.ts'
import { lineEnd, type Passage } from './passage.ts'

export interface TakenCode {
  /** What is left for the posts. */
  readonly passages: readonly Passage[]
  readonly cards: readonly Omit<CodeCard, 'at'>[]
  readonly dropped: readonly Dropped[]
  /** The lines of those that stay though nobody said so. */
  readonly untold: readonly number[]
}

/** Puts the blocks of code where the owner wants them; null: nothing was said, so they stay. */
export function takeCode(passages: readonly Passage[], choice: CodeChoice | null): TakenCode {
  const blocks = passages.filter(({ kind }) => kind === 'code')
  const nothing = { passages, cards: [], dropped: [], untold: [] }
  if (blocks.length === 0 || choice === 'text') return nothing
  if (choice === null) return { ...nothing, untold: blocks.map(({ line }) => line) }
  const left = { ...nothing, passages: passages.filter(({ kind }) => kind !== 'code') }
  if (choice === 'card') return { ...left, cards: blocks.map(cardOf) }
  const why = 'a block of code: "code: out" leaves it out'
  return { ...left, dropped: blocks.map((passage) => ({ text: codeOf(passage), why })) }
}

const ofLanguage = 'what a block of code says of its language'

/** What stands behind a fence, which no post says. */
export function droppedFence(words: string): Dropped {
  return { text: `\`\`\` ${words}`, why: ofLanguage }
}

/** What of `dropped` the cards do not show: they name the language of their code. */
export function withoutShown(dropped: readonly Dropped[], cards: TakenCode['cards']): readonly Dropped[] {
  const shown = new Set(cards.flatMap(({ language }) => (language === null ? [] : [droppedFence(language).text])))
  return dropped.filter(({ text, why }) => why !== ofLanguage || !shown.has(text))
}

function cardOf(passage: Passage): Omit<CodeCard, 'at'> {
  const code = codeOf(passage)
  return { code, language: passage.language ?? null, alt: code, line: passage.line }
}

function codeOf({ text }: Passage): string {
  return text.replaceAll(lineEnd, '\n')
}
