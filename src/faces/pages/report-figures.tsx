/** A key figure: its name, and the figure in words. */
export interface Figure {
  readonly name: string
  readonly figure: string
}

/** A few key figures in a row; `minor`: smaller, below the key ones. */
export function Figures({ figures, minor = false }: { readonly figures: readonly Figure[]; readonly minor?: boolean }) {
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
