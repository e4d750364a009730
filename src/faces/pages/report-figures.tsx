/** A key figure: its name, and the figure in words. */
export interface Figure {
  readonly name: string
  readonly figure: string
}

/** A few key figures in a row. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ name, figure }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
