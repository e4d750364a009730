import { line } from 'd3-shape'
import { dropOff, type Share } from '../../core/report/drop-off.ts'
import type { ThreadReport } from '../../core/report/report.ts'

const [width, height] = [72, 20]

/** A drop-off curve the size of a word, for a row of a table whose figures say the same. */
export function Sparkline({ report }: { readonly report: Pick<ThreadReport, 'posts'> }) {
  const shares = dropOff(report)
  const top = Math.max(1, ...shares.map(({ share }) => share ?? 0))
  const step = width / Math.max(1, shares.length - 1)
  const path = line<Share>(
    ({ n }) => (n - 1) * step,
    ({ share }) => height * (1 - (share ?? 0) / top),
  )
    .defined(({ share }) => share !== null)
    .digits(0)([...shares])
  return path === null ? null : (
    <svg class="spark" viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
