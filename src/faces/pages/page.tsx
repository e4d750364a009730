import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'

/** Nothing may be loaded or run; only the page's own style sheet, the pictures within it and its empty icon count. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** A page that needs nothing beside it: it carries its style sheet, loads nothing, and runs nothing. */
export function Page({ title, css, children }: PropsWithChildren<{ readonly title: string; readonly css: string }>) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <title>{`${title} · Broadside`}</title>
        <link rel="icon" href="data:," />
        <style>{raw(css.replaceAll('</', String.raw`<\/`))}</style>
      </head>
      <body>{children}</body>
    </html>
  )
}
