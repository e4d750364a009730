import type { Problem } from '../core/problem.ts'
import type { Ports } from '../ports.ts'

/** The threads that an earlier draft left behind, and that are of no series now. */
export async function staleFiles(
  slug: string,
  of: number,
  { pieces }: Pick<Ports, 'pieces'>,
): Promise<readonly Problem[]> {
  const files: string[] = []
  for (let n = of === 1 ? 1 : of + 1; (await pieces.read(slug, `thread-${n}.md`)) !== null; n++) {
    files.push(`thread-${n}.md`)
  }
  return files.length === 0 ? [] : [{ code: 'thread-stale', slug, files, of }]
}
