/** How the page of cards looks; `themes` are the names by which it can be narrowed down to one. */
export function sheetStyle(themes: readonly string[]): string {
  return `${base}${themes.map(alone).join('')}`
}

/** Where one theme is picked, the others go, and its cards grow. */
function alone(theme: string): string {
  const picked = `body:has(#show-${theme}:checked)`
  return `${picked} li:not(.in-${theme}){display:none}${picked} ul{grid-template-columns:minmax(0,60rem)}\n`
}

const base = `
:root { color-scheme: light dark; --ink: #1b1814; --quiet: #645e51; --paper: #f6f3ed; --line: #d8d2c4; --edge: #0000001f; --now: #a11b17; --pick: #fffdf8 }
@media (prefers-color-scheme: dark) { :root { --ink: #f1ece2; --quiet: #a9a496; --paper: #14171a; --line: #343a3f; --edge: #ffffff26; --now: #ff9a8f; --pick: #23282c } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 104rem; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 4rem) 6rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
h1 { margin: 0; max-width: 22em; font: 400 clamp(1.75rem, 1.2rem + 2.2vw, 2.75rem)/1.15 Georgia, 'Times New Roman', serif; letter-spacing: -0.01em; text-wrap: balance }
p { margin: 1rem 0 0; max-width: 42rem; color: var(--quiet); text-wrap: pretty }
code { color: var(--ink); font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere }
fieldset { position: sticky; min-width: 0; z-index: 1; top: 0; display: flex; gap: 0.25rem; margin: 2rem calc(-1 * clamp(1rem, 4vw, 4rem)) 0; padding: 0.75rem clamp(1rem, 4vw, 4rem); overflow-x: auto; border: 0; border-bottom: 1px solid var(--line); background: var(--paper) }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
label { position: relative; flex: none; cursor: pointer }
input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer }
label span { display: block; padding: 0.375rem 0.875rem; border: 1px solid transparent; border-radius: 2rem; color: var(--quiet); line-height: 1.5 }
label:hover span { color: var(--ink) }
input:checked + span { border-color: var(--line); background: var(--pick); color: var(--ink); font-weight: 600 }
input:focus-visible + span { outline: 2px solid var(--now); outline-offset: 2px }
small { color: var(--now); font-size: 0.8125rem; font-weight: 400 }
section { margin-top: 3rem }
h2 { display: flex; align-items: baseline; gap: 0.75rem; margin: 0 0 1rem; font-size: 1rem; font-weight: 600; line-height: 1.5; white-space: nowrap }
q { overflow: hidden; color: var(--quiet); font: italic 400 1.0625rem/1.5 Georgia, 'Times New Roman', serif; text-overflow: ellipsis }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr)); gap: 1.75rem 2rem; margin: 0; padding: 0; list-style: none }
figure { margin: 0 }
img { display: block; width: 100%; height: auto; border-radius: 0.375rem; box-shadow: 0 0 0 1px var(--edge) }
.now img { box-shadow: 0 0 0 2px var(--paper), 0 0 0 4px var(--now) }
figure p { display: grid; place-items: center; aspect-ratio: 16 / 9; margin: 0; padding: 2rem; border: 1px dashed var(--line); border-radius: 0.375rem; text-align: center }
figcaption { display: flex; flex-wrap: wrap; gap: 0 0.625rem; margin-top: 0.625rem; color: var(--quiet); font-size: 0.9375rem }
figcaption strong { color: var(--ink); font-weight: 500 }
.use { color: var(--now) }
.note { flex-basis: 100% }
`
