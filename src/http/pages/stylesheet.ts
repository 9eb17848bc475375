import type { Palette, Palettes } from './palette.ts'

/**
 * What all pages share. Text and its background differ by 4.5 to 1 or more in both colour schemes, and
 * nothing moves, so there is nothing to still for those who prefer reduced motion.
 */
export function stylesheet({ light, dark }: Palettes): string {
  return `:root {
  color-scheme: light dark;
${variables(light)}
}
@media (prefers-color-scheme: dark) {
  :root {
${variables(dark)}
  }
}
${rules}`
}

const variables = (palette: Palette) =>
  Object.entries(palette)
    .map(([name, colour]) => `  --${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}: ${colour};`)
    .join('\n')

const rules = `*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto;
  max-width: 46rem;
  padding: 0 1rem 3rem;
  background: var(--page);
  color: var(--text);
  font: 1.0625rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 0.75rem; text-wrap: balance; }
h1 { font-size: clamp(1.35rem, 5vw, 1.75rem); }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1.0625rem; }
p { margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus, .answer:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: 0.5rem 1rem; background: var(--card); z-index: 1; }
.skip:focus { top: 0.5rem; }

.site { padding: 1.25rem 0 1rem; border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; }
.site a:not(.skip) { font-size: 1.35rem; font-weight: 700; text-decoration: none; }
.site p { margin: 0.15rem 0 0; color: var(--quiet); }
@media (max-width: 34em) {
  .site:has(+ main > quotewell-chat) { padding: 0.75rem 0 0.5rem; margin-bottom: 0.75rem; }
}

quotewell-chat { display: block; --quotewell-height: max(26rem, 100vh - 9rem); }
body:has(quotewell-chat:defined) footer { display: none; }
@media (scripting: enabled) {
  /* The chat says it itself, and a small phone has no room to say it twice. */
  .site:has(+ main > quotewell-chat) p { display: none; }
  quotewell-chat { min-height: max(26rem, 100vh - 9rem); }
}
.ask h1 { margin: 0; font-size: 1.35rem; }
.greeting { font-size: 1.15rem; }
.hint { color: var(--quiet); font-size: 0.95rem; margin: 0.15rem 0 0.6rem; }
.error { color: var(--urgent); font-weight: 600; margin-bottom: 0.6rem; }
textarea {
  display: block;
  width: 100%;
  min-height: 5.5rem;
  padding: 0.6rem 0.75rem;
  border: 1px solid var(--field);
  border-radius: 0.5rem;
  background: var(--card);
  color: inherit;
  font: inherit;
  resize: vertical;
}
textarea[aria-invalid='true'] { border: 2px solid var(--urgent); }
button { font: inherit; cursor: pointer; border-radius: 0.5rem; min-height: 2.75rem; }
.ask button {
  margin-top: 0.75rem;
  padding: 0.4rem 1.75rem;
  border: 1px solid transparent;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}
.again { margin: 0.75rem 0 0; }
.status { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }

.answer { margin-top: 2.5rem; scroll-margin-top: 1rem; }
.asked { color: var(--quiet); white-space: pre-line; }
.notice {
  margin: 0 0 1rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-left: 0.35rem solid var(--accent);
  border-radius: 0.25rem;
  background: var(--card);
}
.notice.urgent { border-color: var(--urgent); }
.notice.caution { border-left-color: var(--caution); }
.notice.urgent strong { color: var(--urgent); }
.notice.caution strong { color: var(--caution); }
.notice p { margin: 0; }
.notice ul { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.75rem 0 0.25rem; padding: 0; list-style: none; }
.notice ul a {
  display: inline-block;
  padding: 0.5rem 1rem;
  border: 1px solid currentColor;
  border-radius: 0.5rem;
  font-weight: 600;
}

.quotes { list-style: none; margin: 1.5rem 0; padding: 0; }
.sensitive { margin: 0 0 0.75rem; }
.sensitive summary { padding: 0.6rem 0; color: var(--accent); font-weight: 600; cursor: pointer; }
.sensitive blockquote { margin-top: 0.5rem; }
.quotes figure {
  margin: 0 0 1.25rem;
  padding: 1rem 1.25rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--card);
}
blockquote { margin: 0 0 0.75rem; font-family: Georgia, 'Times New Roman', serif; font-size: 1.15rem; }
blockquote p { margin: 0; }
figcaption { padding-top: 0.6rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.95rem; }
cite { color: var(--text); font-style: normal; font-weight: 600; }

.explained { margin: 0 0 1.5rem; }
.explained summary { padding: 0.6rem 0; color: var(--accent); font-weight: 600; cursor: pointer; }
.explained dl { margin: 0.5rem 0 0; }
.explained dl div { margin-bottom: 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.explained dt { font-weight: 600; }
.explained dd { margin: 0; }
.explained .told { display: block; color: var(--quiet); font-size: 0.95rem; }

.suggestions ul { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
.suggestions button {
  padding: 0.4rem 1rem;
  border: 1px solid var(--field);
  background: var(--card);
  color: var(--accent);
  text-align: start;
}

footer {
  margin-top: 2.5rem;
  padding: 1rem 1.25rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--card);
  font-size: 0.95rem;
}
footer h2 { margin: 0 0 0.5rem; font-size: 1.0625rem; }
footer p { margin: 0 0 0.5rem; }
footer p:last-child { margin: 0; }

section, h2, h3, h4, h5, h6 { scroll-margin-top: 1rem; }

table { border-collapse: collapse; font: 0.95rem/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; }
caption { padding-bottom: 0.5rem; color: var(--quiet); text-align: start; }
caption p { margin: 0 0 0.25rem; }
th, td { padding: 0.4rem 0.75rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th, .row th { background: var(--page); }
.row { width: 100%; }
.row th { width: 40%; font-weight: 600; }

code, pre { font-family: ui-monospace, SFMono-Regular, Consolas, 'Liberation Mono', monospace; font-size: 0.95em; }
details + p { margin-top: 1rem; }
pre { margin: 0.5rem 0 1rem; padding: 0.75rem 1rem; overflow-x: auto; border: 1px solid var(--line); background: var(--card); line-height: 1.45; }
.limits { color: var(--quiet); }
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
}
`
