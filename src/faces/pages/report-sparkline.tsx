import { dropOff } from '../../core/report/drop-off.ts'
import type { ThreadReport } from '../../core/report/report.ts'

const [width, height] = [72, 20]

/** A drop-off curve the size of a word, for a row of a table whose figures say the same. */
export function Sparkline({ report }: { readonly report: Pick<ThreadReport, 'posts'> }) {
  const shares = dropOff(report)
  const top = Math.max(1, ...shares.map(({ share }) => share ?? 0))
  const step = width / Math.max(1, shares.length - 1)
  const points = shares.map(({ n, share }) =>
    share === null ? null : `${Math.round((n - 1) * step)} ${Math.round(height * (1 - share / top))}`,
  )
  const path = points.map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point}`).join('')
  return path === '' ? null : (
    <svg class="spark" viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
