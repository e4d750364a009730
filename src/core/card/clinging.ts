/** Words that belong to what follows, so that no line is to end in them: articles, prepositions, short conjunctions. */
const lists: Readonly<Record<string, string>> = {
  en: 'a an the of to in on at by for from with into than as and or nor',
  de: 'der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur in im am an auf bei mit aus für nach um',
  nl: 'de het een van in op aan met en of te voor bij uit om',
  sv: 'en ett den det av i på till för med och eller att om',
  da: 'en et den det af i på til for med og eller at om',
  nb: 'en et ei den det av i på til for med og eller å om',
  fr: 'le la les un une des du de au aux et ou à en dans par pour sur avec que qui ne se ce',
  es: 'el la los las un una unos unas de del a al y o u e en con por para que se no',
  it: 'il lo la i gli le un uno una di del della dei a al alla e o in con per da dal che si non',
  pt: 'o a os as um uma de do da dos das em no na e ou com por para que se não ao à',
  pl: 'i a o u w z na do od po za ze we że oraz lub dla przy nie',
  cs: 'i a o u v z s k na do od po za ze ve ke se že nebo pro při',
  ru: 'и а но в во к ко с со о об у на по за от из до для не что',
  uk: 'і й а але в у з із зі до на по за від для не що о об',
}

/** Whether a line of `language` is not to end in `word`, which is in small letters. */
export function clings(word: string, language: string): boolean {
  return (sets.get(language) ?? sets.get(language.slice(0, 2).toLowerCase()))?.has(word) === true
}

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, list]) => [language, new Set(list.split(' '))]),
)
