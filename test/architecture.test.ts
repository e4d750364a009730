import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, code: readFileSync(join(root, file), 'utf8') }))

/** Every import of every file, those made when a program runs included. */
const imports = files.flatMap(({ file, code }) =>
  [...code.matchAll(/(?:^(?:import|export)\b[^'"]*?\bfrom|\bimport\(|^import)\s*'([^'\n]+)'/gm)].map(
    ([, name = '']) => ({
      file,
      target: name.startsWith('.') ? relative(root, normalize(join(root, dirname(file), name))) : name,
      isOurs: name.startsWith('.'),
    }),
  ),
)
const ours = imports.filter(({ isOurs }) => isOurs)
const packages = imports.filter(({ isOurs, target }) => !isOurs && !target.startsWith('node:'))

type Floor = 'main' | 'index' | 'wire' | 'ports' | 'core' | 'tasks' | 'edges' | 'sandbox' | 'faces'
const floorOf = (file: string) => file.split(/[/.]/)[0] as Floor

const mayImport: Readonly<Record<Floor, readonly Floor[]>> = {
  main: ['faces', 'wire'],
  // The library's door hands out what is inside, and puts in the edges that drawing needs.
  index: ['core', 'tasks', 'edges', 'ports'],
  wire: ['edges', 'sandbox', 'ports', 'core'],
  faces: ['tasks', 'ports', 'core'],
  tasks: ['ports', 'core'],
  edges: ['ports', 'core'],
  sandbox: ['ports', 'core'],
  ports: ['core'],
  core: [],
}

describe('the floors', () => {
  test.each(Object.entries(mayImport))('%s imports nothing above it', (floor, allowed) => {
    const wrong = ours.filter(({ file, target }) => {
      const to = floorOf(target)
      return floorOf(file) === floor && to !== floor && !allowed.includes(to)
    })
    expect(wrong).toEqual([])
  })

  test('the folders of core import each other in the order in which data flows, never back', () => {
    const order = ['article', 'thread', 'card', 'queue', 'publication', 'metrics', 'report']
    const placeOf = (file: string) => order.indexOf(file.split('/')[1] ?? '')
    // The files beside the folders hold words that every folder needs.
    const isWord = (file: string) => /^core\/\w+\.ts$/.test(file)
    const wrong = ours.filter(
      ({ file, target }) =>
        file.startsWith('core/') && !isWord(file) && !isWord(target) && placeOf(target) > placeOf(file),
    )
    expect(wrong).toEqual([])
    expect(files.filter(({ file }) => file.startsWith('core/') && !isWord(file) && placeOf(file) < 0)).toEqual([])
  })

  test('no file imports itself in a circle', () => {
    const next = group(ours)
    const circles = files.filter(({ file }) => reaches(file, file, next, new Set()))
    expect(circles.map(({ file }) => file)).toEqual([])
  })
})

describe('core', () => {
  const core = files.filter(({ file }) => file.startsWith('core/'))

  test('imports only small pure packages', () => {
    const pure =
      /^(zod|yaml|linebreak|temporal-polyfill|mdast(-util-[\w-]+)?|micromark-(?:extension-\w+|util-edit-map)|hast(-util-[\w-]+)?|d3-[\w-]+)$/
    expect(packages.filter(({ file, target }) => file.startsWith('core/') && !pure.test(target))).toEqual([])
    expect(imports.filter(({ file, target }) => file.startsWith('core/') && target.startsWith('node:'))).toEqual([])
  })

  test.each([
    ['the clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.|\bsetTimeout\(|\bTemporal\.Now\b/],
    ['chance', /\bMath\.random\(|\brandomUUID\(|\bcrypto\./],
    ['the process', /\bprocess\./],
    ['waiting', /\bawait\b|\basync\b/],
    ['the network', /\bfetch\(/],
  ])('does without %s', (_, forbidden) => {
    const guilty = core.filter(({ code }) => forbidden.test(code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
    expect(guilty.map(({ file }) => file)).toEqual([])
  })
})

test('each package has one importer', () => {
  // Shapes, pages, trees, times and charts are written in these, wherever they stand.
  const language = /^(zod|mdast|temporal-polyfill|hono(\/.+)?|d3-[\w-]+)$/
  const importers = new Map<string, Set<string>>()
  for (const { file, target } of packages.filter((each) => !language.test(each.target))) {
    importers.set(target, (importers.get(target) ?? new Set()).add(file))
  }
  const shared = [...importers].filter(([, by]) => by.size > 1).map(([name, by]) => [name, [...by]])
  expect(shared).toEqual([])
})

function group<T extends { file: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) groups.set(each.file, [...(groups.get(each.file) ?? []), each])
  return groups
}

function reaches(
  from: string,
  to: string,
  next: ReadonlyMap<string, readonly { target: string }[]>,
  seen: Set<string>,
): boolean {
  return (next.get(from) ?? []).some(({ target }) => {
    if (target === to) return true
    if (seen.has(target)) return false
    seen.add(target)
    return reaches(target, to, next, seen)
  })
}
