/** The look of the reader, and of every page on paper. Lines of text have about 65 letters, whichever font there is. */
export const readerStylesheet = `.reader .about, .reader article, .reader .onward { max-width: 34rem; }
.back { margin: 0 0 1.25rem; }
.back a::before { content: '\\2190\\a0' / ''; }
.back a:dir(rtl)::before { content: '\\2192\\a0' / ''; }
.kind { display: flex; flex-wrap: wrap; gap: 0.35rem 0.5rem; margin: 0; padding: 0; list-style: none; font-size: 0.9rem; }
.kind li { padding: 0.05rem 0.65rem; border: 1px solid var(--field); border-radius: 1rem; color: var(--quiet); }
.kind li:first-child { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.reader h1 { margin: 0.75rem 0 1rem; font-family: Georgia, 'Times New Roman', serif; font-weight: 700; }
.jump { margin: 0 0 1rem; }
.metadata { margin: 0 0 1.25rem; font-size: 0.95rem; line-height: 1.5; }
.metadata div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; margin-bottom: 0.3rem; }
.metadata dt { flex: 0 0 6rem; color: var(--quiet); }
.metadata dd { flex: 1 1 12rem; min-width: 0; margin: 0; overflow-wrap: anywhere; }
.metadata cite { font-style: italic; font-weight: inherit; }
.reader section.notice h2 { margin: 0 0 0.35rem; font-size: 1rem; }
.reader section.notice ul { display: block; margin: 0; padding-inline-start: 1.1rem; list-style: disc; font-size: 0.95rem; line-height: 1.5; }
.reader section.notice li { margin-bottom: 0.3rem; }

.sections { margin: 2.5rem 0 1.5rem; padding: 0.75rem 1.25rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); scroll-margin-top: 1rem; }
.sections:focus { outline: none; }
.sections h2 { margin: 0 0 0.5rem; font-size: 1rem; }
.sections ul { margin: 0; padding: 0; list-style: none; font-size: 0.95rem; line-height: 1.4; }
.sections ul ul { padding-inline-start: 1rem; }
.sections a { display: block; padding: 0.35rem 0.6rem; border-inline-start: 3px solid transparent; text-decoration: none; }
.sections a:hover { text-decoration: underline; }
.sections > ul { scroll-target-group: auto; }
.sections a:target-current { border-color: var(--accent); color: var(--text); font-weight: 600; }
.sections [aria-current] { background: var(--mark); color: var(--text); }

.reader article { margin-top: 2rem; font: 1.125rem/1.7 Georgia, 'Times New Roman', serif; scroll-margin-top: 1rem; }
.reader article p, .reader article ul { margin: 0 0 1.15rem; }
.reader article ul { padding-inline-start: 1.4rem; }
.reader article li { margin-bottom: 0.4rem; }
.reader article :is(h2, h3, h4, h5, h6) { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
.reader article h2 { margin-top: 2.75rem; }
.reader article .repeated {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.reader article .repeated + :is(h2, h3) { margin-top: 0; }
.reader article .figure { padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--quiet); font-size: 1rem; }
mark { padding: 0.1em 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; background: var(--mark); color: inherit; scroll-margin-block: 20vh; }
mark:focus { outline: none; }
.reader article :is(p, li):has(> mark) { position: relative; }
.reader article :is(p, li):has(> mark)::before { position: absolute; inset-block: 0; inset-inline-start: -0.75rem; width: 3px; background: var(--accent); content: ''; }
.scroll mark { scroll-margin-block: 58vh 10vh; }

.scroll {
  position: relative;
  max-height: 85vh;
  margin: 0 0 1.75rem;
  overflow: auto;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  /* A shadow tells that there is more to the side; the cover that scrolls along hides it at the end. */
  background: linear-gradient(to left, var(--page) 40%, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to left, color-mix(in srgb, var(--text) 30%, transparent), transparent) right / 0.8rem 100% no-repeat;
}
.scroll:dir(rtl) {
  background: linear-gradient(to right, var(--page) 40%, transparent) left / 3rem 100% no-repeat local,
    linear-gradient(to right, color-mix(in srgb, var(--text) 30%, transparent), transparent) left / 0.8rem 100% no-repeat;
}
.scroll table { border-collapse: separate; border-spacing: 0; min-width: 100%; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.scroll caption { padding: 0.75rem 0.75rem 0.5rem; border-bottom: 1px solid var(--line); }
.scroll :is(th, td) { padding: 0.4rem 0.5rem; border: 0; border-bottom: 1px solid var(--line); }
.scroll tr:last-child td { border-bottom: 0; }
.scroll thead th { position: sticky; top: 0; z-index: 1; background: var(--card); }
.scroll :is(th, td):first-child { position: sticky; left: 0; max-width: 9rem; background: var(--card); }
.scroll:dir(rtl) :is(th, td):first-child { right: 0; left: auto; }
.scroll thead th:first-child { z-index: 2; }
.scroll tr:has(mark) > :is(td, th) { background: var(--mark); }
.scroll tr:has(mark) > :is(td, th):first-child { background: var(--mark); }

.onward { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.onward ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.onward a { display: inline-block; padding: 0.25rem 0; }

@media (max-width: 40rem) {
  [data-header]::before { display: block; color: var(--quiet); font-size: 0.8rem; content: attr(data-header) / ''; }
}
@media (min-width: 64rem) {
  .scroll :is(th, td):first-child { min-width: 6.5rem; }
  body.reader { max-width: 60rem; }
  .reader main { display: grid; grid-template-columns: 16rem minmax(0, 1fr); column-gap: 4rem; align-items: start; }
  .reader main > * { grid-column: 2; }
  .reader .sections { position: sticky; top: 1rem; grid-column: 1; grid-row: 1 / span 99; max-height: calc(100vh - 2rem); margin: 0; padding: 0; overflow-y: auto; border: 0; background: none; }
  .reader footer { max-width: 34rem; margin-inline-start: 20rem; }
  .reader article .scroll { width: max-content; min-width: 100%; max-width: min(54rem, 50vw + 7rem); }
  .jump.to-sections { display: none; }
  .sections h2 { padding-inline-start: 0.75rem; color: var(--quiet); font-size: 0.95rem; }
}
@media (forced-colors: active) {
  mark, .sections [aria-current], .scroll tr:has(mark) > :is(td, th):is(*, :first-child) { background: Mark; color: MarkText; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --text: #000; --quiet: #333; --line: #999; --field: #666; --accent: #000; --mark: #eee; --urgent: #000; --caution: #000; }
  body, body.reader { max-width: none; padding: 0; font-size: 11pt; }
  .skip, .site p, .back, .jump, .sections, .onward, .ask, .suggestions { display: none; }
  .reader main { display: block; }
  .reader .about, .reader article, .reader footer { max-width: none; margin-inline: 0; }
  .reader article { font-size: 11pt; line-height: 1.5; }
  .reader article p, li, tr, figure, .notice, footer { break-inside: avoid; }
  h2, h3, h4, h5, h6, caption { break-after: avoid; }
  mark { border-bottom: 1.5pt solid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll, .reader article .scroll { width: auto; max-width: none; max-height: none; overflow: visible; }
  .scroll table { font-size: 8.5pt; }
  .scroll :is(th, td), .scroll :is(th, td):first-child { position: static; min-width: 0; padding: 0.2rem 0.3rem; }
  .scroll { background: none; }
}
`
