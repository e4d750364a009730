/** What readers call the languages that are named behind a fence. */
const names: Readonly<Record<string, string>> = {
  bash: 'Shell',
  c: 'C',
  'c#': 'C#',
  'c++': 'C++',
  clj: 'Clojure',
  console: 'Terminal',
  cpp: 'C++',
  cs: 'C#',
  csharp: 'C#',
  css: 'CSS',
  csv: 'CSV',
  diff: 'Diff',
  docker: 'Dockerfile',
  dockerfile: 'Dockerfile',
  ex: 'Elixir',
  fs: 'F#',
  fsharp: 'F#',
  go: 'Go',
  golang: 'Go',
  graphql: 'GraphQL',
  hs: 'Haskell',
  html: 'HTML',
  ini: 'INI',
  javascript: 'JavaScript',
  js: 'JavaScript',
  json: 'JSON',
  json5: 'JSON5',
  jsonc: 'JSON',
  jsx: 'JSX',
  kt: 'Kotlin',
  latex: 'LaTeX',
  makefile: 'Makefile',
  md: 'Markdown',
  mjs: 'JavaScript',
  ml: 'OCaml',
  objc: 'Objective-C',
  ocaml: 'OCaml',
  php: 'PHP',
  pl: 'Perl',
  powershell: 'PowerShell',
  ps1: 'PowerShell',
  py: 'Python',
  python3: 'Python',
  r: 'R',
  rb: 'Ruby',
  rs: 'Rust',
  scss: 'SCSS',
  sh: 'Shell',
  shell: 'Shell',
  sql: 'SQL',
  svg: 'SVG',
  tex: 'TeX',
  toml: 'TOML',
  ts: 'TypeScript',
  tsx: 'TSX',
  typescript: 'TypeScript',
  xml: 'XML',
  yaml: 'YAML',
  yml: 'YAML',
  zsh: 'Shell',
}

/** Words behind a fence that name no language. */
const none = new Set(['', 'ascii', 'none', 'plain', 'plaintext', 'text', 'txt'])

/**
 * The name that a card gives a language, "" where none is known.
 * @example languageLabel('ts') // 'TypeScript'
 */
export function languageLabel(language: string | null): string {
  const given = (language ?? '').toLowerCase()
  const known = Object.hasOwn(names, given) ? names[given] : undefined
  if (known !== undefined) return known
  return none.has(given) || !/^[a-z][\w+#.-]{0,19}$/.test(given) ? '' : given.charAt(0).toUpperCase() + given.slice(1)
}

/** "TypeScript", "TypeScript · 2/3", "2/3", or nothing. */
export function labelOf(language: string | null, page: { readonly n: number; readonly of: number } | null): string {
  return [languageLabel(language), page === null ? '' : `${page.n}/${page.of}`]
    .filter((part) => part !== '')
    .join(' · ')
}
