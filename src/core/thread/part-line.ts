import type { PartOf } from './thread.ts'

/** "Part 2 of 3" in the language of the article (BCP 47); in one that has no row here "2/3". */
export function partLine({ n, of }: PartOf, language: string): string {
  const words = rows[language.toLowerCase().split('-')[0] ?? '']
  return words === undefined ? `${n}/${of}` : words.replace('{n}', String(n)).replace('{of}', String(of))
}

const rows: Readonly<Record<string, string>> = {
  en: 'Part {n} of {of}',
  de: 'Teil {n} von {of}',
  fr: 'Partie {n} sur {of}',
  es: 'Parte {n} de {of}',
  it: 'Parte {n} di {of}',
  pt: 'Parte {n} de {of}',
  nl: 'Deel {n} van {of}',
  pl: 'Część {n} z {of}',
  sv: 'Del {n} av {of}',
  da: 'Del {n} af {of}',
  no: 'Del {n} av {of}',
  nb: 'Del {n} av {of}',
  nn: 'Del {n} av {of}',
  fi: 'Osa {n}/{of}',
  tr: 'Bölüm {n}/{of}',
  uk: 'Частина {n} з {of}',
  ru: 'Часть {n} из {of}',
  el: 'Μέρος {n} από {of}',
}
