/** Black on white, whatever the theme: it is for paper. */
export const paperStyles = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 44rem;
  padding: 2rem 1.25rem;
  background: #fff;
  color: #1c2126;
  font: 1rem/1.55 Georgia, 'Times New Roman', serif;
  overflow-wrap: anywhere;
}
header { margin-bottom: 2rem; padding-bottom: 1rem; border-bottom: 2px solid #1c2126; }
header p { margin: 0.25rem 0 0; color: #454d55; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
h2 { margin: 0 0 0.5rem; font-size: 1.1rem; line-height: 1.35; break-after: avoid; }
h2 span { display: block; font: 600 0.8rem/1.6 system-ui, sans-serif; color: #454d55; }
p { margin: 0 0 0.6rem; }
.exchange { margin: 0 0 1.75rem; padding-bottom: 0.5rem; border-bottom: 1px solid #c9ced2; }
.notice { padding-inline-start: 0.75rem; border-inline-start: 3px solid #8a9299; font-size: 0.93rem; }
.notice.urgent { border-color: #a8201a; }
blockquote { margin: 0.75rem 0; padding: 0 0 0 1rem; border-left: 3px solid #0a5a6b; break-inside: avoid; }
blockquote p { display: inline; }
mark { background: none; color: inherit; text-decoration: underline 1px; text-underline-offset: 0.2em; }
.number { margin-inline-start: 0.35em; color: #454d55; }
.hidden { color: #454d55; font-style: italic; }
table { border-collapse: collapse; font-size: 0.93rem; }
th, td { padding: 0.2rem 0.6rem; border: 1px solid #9aa2a8; text-align: start; vertical-align: top; }
.references { padding-inline-start: 1.5rem; font-size: 0.93rem; }
.references li { margin-bottom: 0.4rem; }
a { color: inherit; }
.disclaimers { margin-top: 1.5rem; padding: 0.75rem 1rem; border: 1px solid #1c2126; break-inside: avoid; }
.disclaimers p:last-child { margin: 0; }
.notes { margin-top: 1.75rem; min-height: 12rem; }
button {
  margin-top: 1rem;
  min-height: 2.75rem;
  padding: 0.4rem 1.25rem;
  border: 0;
  border-radius: 0.5rem;
  background: #0a5a6b;
  color: #fff;
  font: 600 1rem/1.4 system-ui, sans-serif;
  cursor: pointer;
}
button:focus-visible { outline: 3px solid #0a5a6b; outline-offset: 2px; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  button { display: none; }
}
`
