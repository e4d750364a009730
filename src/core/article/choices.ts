/** Where a block of code goes: into the posts as words, onto a card, or nowhere. */
export const codeChoices = ['text', 'card', 'out'] as const
export type CodeChoice = (typeof codeChoices)[number]

/** Where the addresses of links go: behind their words, or into the closing. */
export const linksChoices = ['inline', 'closing'] as const
export type LinksChoice = (typeof linksChoices)[number]
