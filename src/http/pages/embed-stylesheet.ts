/** What the page at `/embed`, and the choices at `/`, add to the stylesheet of all pages. */
export const embedStylesheet = `
body.embed { max-width: 54rem; }
#preview quotewell-chat { min-height: 0; --quotewell-height: 34rem; }
#embed { margin-top: 1.5rem; }
#embed summary { padding: 0.6rem 0; color: var(--quiet); cursor: pointer; }
#embed quotewell-chat { --quotewell-height: 30rem; }
#choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 1.5rem; }
#choices p { margin: 0; }
#choices label { display: block; font-weight: 600; }
#choices .notice, #choices button { grid-column: 1 / -1; }
#choices input, #choices select {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.4rem 0.75rem;
  border: 1px solid var(--field);
  border-radius: 0.5rem;
  background: var(--card);
  color: inherit;
  font: inherit;
}
#choices .hint { display: block; margin: 0.25rem 0 0; }
#choices button, #copy {
  justify-self: start;
  padding: 0.4rem 1.5rem;
  border: 1px solid transparent;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}
#choices [hidden], #copy[hidden] { display: none; }
.lines { font: 0.95rem/1.5 ui-monospace, SFMono-Regular, Consolas, 'Liberation Mono', monospace; }
.copying { margin-top: 0.75rem; min-height: 2.75rem; }
#embed-status { margin-inline-start: 0.5rem; }
.embed dt { font-weight: 600; }
.embed dd { margin: 0 0 0.75rem; }
`
