import { raw } from 'hono/html'
import { renderToString } from 'hono/jsx/dom/server'
import { wordsOf } from '../../core/problem.ts'
import type { Choice } from '../../tasks/sheet.ts'

export interface CardSheet {
  readonly slug: string
  readonly title: string
  /** The theme that the piece's cards are drawn in now. */
  readonly theme: string
  readonly choices: readonly Choice[]
}

/** Every card of a piece in every theme, to choose from: one page that needs nothing beside it. */
export function sheetPage(sheet: CardSheet): string {
  return `<!doctype html>${renderToString(<Page {...sheet} />)}\n`
}

/** The page loads nothing and runs nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

const style = `
:root { color-scheme: light dark; --ink: #1b1814; --quiet: #645e51; --paper: #f4f1eb; --line: #d8d2c4; --now: #b1201c }
@media (prefers-color-scheme: dark) { :root { --ink: #f1ece2; --quiet: #a9a496; --paper: #14171a; --line: #343a3f; --now: #ff8a80 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
.page { max-width: 110rem; margin: 0 auto; padding: 3rem clamp(1rem, 4vw, 4rem) }
h1 { margin: 0; font: 400 2rem/1.2 Georgia, serif; text-wrap: balance }
h2 { margin: 3rem 0 1rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1rem; font-weight: 600 }
h2 span { color: var(--quiet); font-weight: 400 }
p { max-width: 45rem; color: var(--quiet) }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 1.75rem; margin: 0; padding: 0; list-style: none }
figure { margin: 0 }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 0.5rem }
figcaption { margin-top: 0.5rem; color: var(--quiet) }
.now { color: var(--now); font-weight: 600 }
code { color: var(--ink) }
`

function Page({ slug, title, theme, choices }: CardSheet) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <title>{`Cards of ${title} · Broadside`}</title>
        <link rel="icon" href="data:," />
        <style>{raw(style)}</style>
      </head>
      <body>
        <main class="page">
          <h1>{title}</h1>
          <p>
            {choices.length === 1 ? 'Its card' : `Its ${choices.length} cards`} in every theme. To choose one for this
            piece, write <code>theme: name</code> at the top of its article.md; for all, set BROADSIDE_CARD_THEME in
            .env. Then <code>broadside draft {slug}</code>.
          </p>
          {choices.map((choice) => (
            <Row choice={choice} now={theme} />
          ))}
        </main>
      </body>
    </html>
  )
}

function Row({ choice: { post, quote, cards }, now }: { choice: Choice; now: string }) {
  return (
    <section aria-labelledby={`post-${post}`}>
      <h2 id={`post-${post}`}>
        <span>Post {post}:</span> {quote}
      </h2>
      <ul>
        {cards.map((card) => (
          <li>
            <figure>
              {card.kind === 'card' ? (
                <img src={addressOf(card.type, card.bytes)} alt={card.alt} width="1600" height="900" />
              ) : (
                <p>{wordsOf(card.problem).message}</p>
              )}
              <figcaption>
                {card.theme === now ? <span class="now">{card.theme}, as it is now</span> : card.theme}
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  )
}

function addressOf(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
