import { EditMap } from 'micromark-util-edit-map'

type Events = Parameters<EditMap['consume']>[0]

/**
 * Has the Markdown parser carry out its edits in good time. It does so at each heading, item and quotation, and copies all
 * that it has read each time, which is quadratic; here only what stands behind the first edit is copied.
 */
export function mendEdits(): void {
  EditMap.prototype.consume = consume
}

function consume(this: EditMap, events: Events): undefined {
  const edits = this.map.toSorted(([one], [other]) => one - other)
  const first = edits[0]?.[0]
  if (first === undefined) return
  const behind = events.slice(first)
  events.length = first
  let at = 0
  const keepUpTo = (end: number): void => {
    for (; at < end; at++) events.push(behind[at]!)
  }
  for (const [index, removed, added] of edits) {
    keepUpTo(index - first)
    at = index - first + removed
    for (const event of added) events.push(event)
  }
  keepUpTo(behind.length)
  this.map.length = 0
  this.index.clear()
}
