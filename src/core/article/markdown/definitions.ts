import type { Nodes, Root } from 'mdast'

/** Where the references of a document lead: the first definition of a name counts. */
export function definitionsOf(root: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  walk(root, (node) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url)
    return !isLeaf(node)
  })
  return found
}

/** The footnotes that something refers to, numbered in the order in which a reader meets them. */
export function notesOf(root: Root): ReadonlyMap<string, number> {
  const notes = new Map<string, Nodes>()
  walk(root, (node) => {
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node)
    return !isLeaf(node)
  })
  const numbers = new Map<string, number>()
  if (notes.size === 0) return numbers
  const number = (node: Nodes): boolean => {
    if (node.type === 'footnoteReference' && !numbers.has(node.identifier))
      numbers.set(node.identifier, numbers.size + 1)
    return node.type !== 'footnoteDefinition'
  }
  walk(root, number)
  // A footnote may refer to another one; what is added while the map is read is read as well.
  for (const name of numbers.keys()) {
    const note = notes.get(name)
    if (note !== undefined && 'children' in note) for (const child of note.children) walk(child, number)
  }
  return numbers
}

/** Goes through a tree in order, deeper where `enters` says so, without a call for each level of it. */
function walk(from: Nodes, enters: (node: Nodes) => boolean): void {
  const left: Nodes[] = [from]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (enters(node) && 'children' in node) left.push(...node.children.toReversed())
  }
}

/** What holds words and no definitions. */
function isLeaf({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'table'
}
