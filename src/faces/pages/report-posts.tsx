import { metricNames } from '../../core/metrics/sample.ts'
import { dropOff } from '../../core/report/drop-off.ts'
import { count, percent } from '../../core/report/printed.ts'
import type { PostReport, ThreadReport } from '../../core/report/report.ts'
import { excerpt } from '../../core/thread/excerpt.ts'
import { TableHead } from './table-head.tsx'

type LinkTo = (id: string) => string

/** Every post of a thread with its figures: the table behind the curve. */
export function ReportPosts({ report, linkTo }: { readonly report: ThreadReport; readonly linkTo?: LinkTo }) {
  const shares = dropOff(report)
  const heads = ['Impressions', 'Of post\u00a01', 'Likes', 'Reposts', 'Replies', 'Quotes', 'Bookmarks']
  return (
    <table aria-label={`Every post of ${report.title} in figures`}>
      <TableHead columns={['Post', ...heads]} />
      <tbody>
        {report.posts.map((post, index) => (
          <tr key={post.n}>
            <th scope="row">
              <span class="n">{post.n}</span>
              <Words post={post} {...(linkTo === undefined ? {} : { linkTo })} />
            </th>
            {cells(post, shares[index]?.share ?? null).map((cell, column) => (
              <td key={heads[column]} data-head={heads[column]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Words({ post, linkTo }: { readonly post: PostReport; readonly linkTo?: LinkTo }) {
  const words = excerpt(post.text, 90)
  return (
    <span class="words">
      {post.id !== null && linkTo !== undefined ? <a href={linkTo(post.id)}>{words}</a> : words}
      {post.card !== null && <em class="tag">card</em>}
      {post.deleted && <em class="tag">deleted; last known figures</em>}
      {post.id === null && <em class="tag">not live</em>}
    </span>
  )
}

function cells(post: PostReport, share: number | null): readonly string[] {
  const [impressions = '', ...others] = metricNames.map((name) => count(post[name]))
  return [impressions, percent(share), ...others]
}
