/** A key figure: its name, and the figure in words. */
interface Figure {
  readonly name: string
  readonly figure: string
}

interface Shown {
  readonly figures: readonly Figure[]
  readonly minor?: boolean
}

/** A few key figures in a row; `minor`: smaller, below the key ones. */
export function KeyFigures({ figures, minor = false }: Shown) {
  return (
    <dl class={minor ? 'figures minor' : 'figures'}>
      {figures.map(({ name, figure }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
