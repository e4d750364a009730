import { renderToString } from 'hono/jsx/dom/server'
import { wordsOf } from '../../core/words.ts'
import type { Choice, Choices, ThemeOnOffer } from '../../tasks/sheet.ts'
import { Page } from './page.tsx'
import { sheetStyle } from './sheet-style.ts'

export interface CardSheet extends Choices {
  readonly slug: string
}

/** Every card of a piece in every theme, to choose from: one page that needs nothing beside it. */
export function sheetPage(sheet: CardSheet): string {
  return `<!doctype html>${renderToString(<Sheet {...sheet} />)}\n`
}

function Sheet({ slug, title, theme, themes, choices }: CardSheet) {
  return (
    <Page title={`Cards of ${title}`} css={sheetStyle(themes.map(({ name }) => name))}>
      <header>
        <h1>{title}</h1>
        <p>
          {choices.length === 1 ? 'Its card' : `Its ${choices.length} cards`} in {themes.length} themes. To choose one
          for this piece, write <code>theme: {themes.find(({ name }) => name !== theme)?.name ?? theme}</code> at the
          top of its article.md; for all, set <code>BROADSIDE_CARD_THEME</code> in .env. Then{' '}
          <code>broadside draft {slug}</code>.
        </p>
      </header>
      <main>
        <fieldset>
          <legend>Show</legend>
          <Pick name="every" label="Every theme" chosen />
          {themes.map(({ name }) => (
            <Pick name={name} label={name} now={name === theme} />
          ))}
        </fieldset>
        {choices.map((choice) => (
          <Row choice={choice} now={theme} themes={themes} />
        ))}
      </main>
    </Page>
  )
}

/** Shows the cards of one theme alone, larger. */
function Pick({
  name,
  label,
  now = false,
  chosen = false,
}: {
  name: string
  label: string
  now?: boolean
  chosen?: boolean
}) {
  return (
    <label>
      <input type="radio" name="show" value={name} id={`show-${name}`} checked={chosen} />
      <span>
        {label}
        {now ? <small> in use</small> : null}
      </span>
    </label>
  )
}

function Row({ choice, now, themes }: { choice: Choice; now: string; themes: readonly ThemeOnOffer[] }) {
  const { post, quote, cards } = choice
  return (
    <section aria-labelledby={`post-${post}`}>
      <h2 id={`post-${post}`}>
        Post {post}
        <q>{quote}</q>
      </h2>
      <ul>
        {cards.map((card) => (
          <li class={`in-${card.theme}`}>
            <figure class={card.theme === now ? 'now' : ''}>
              {card.kind === 'card' ? (
                <img src={addressOf(card.type, card.bytes)} alt={card.alt} width="1600" height="900" loading="lazy" />
              ) : (
                <p>{wordsOf(card.problem).message}</p>
              )}
              <figcaption>
                <strong>{card.theme}</strong>
                {card.theme === now ? <span class="use">in use</span> : null}
                {themes
                  .filter(({ name }) => name === card.theme)
                  .flatMap(({ notes }) => notes)
                  .map((note) => (
                    <span class="note">{wordsOf(note).message}.</span>
                  ))}
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
