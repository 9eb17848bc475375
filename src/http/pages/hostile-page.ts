/** The page at `/embed/try`: a host page whose styles fight the chat, to see that it stands. */
import { html } from 'hono/html'
import { type Choices, queryOf } from '../../embed/choices.ts'
import { embedLabels } from './embed-labels.ts'
import { chatElement } from './embed-page.ts'
import type { Markup } from './layout.ts'

const labels = embedLabels.hostile

/** @param isHostile whether the page has its styles */
export function hostilePage(choices: Choices, isHostile: boolean): Markup {
  const query = queryOf(choices)
  const other = isHostile ? `${query || '?'}${query && '&'}styles=off` : query
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${labels.title}</title>
${isHostile ? html`<link rel="stylesheet" href="/embed/hostile.css">\n` : ''}<script type="module" src="/widget.js"></script>
</head>
<body>
<main>
<h1>${labels.title}</h1>
<p>${isHostile ? labels.told : labels.plain}</p>
<p><a href="/embed/try${other}">${isHostile ? labels.toPlain : labels.toHostile}</a></p>
<p><a href="/embed${query}">${embedLabels.hostile.back}</a></p>
${chatElement(choices, 2, html`<p>${embedLabels.needsScript}</p>`)}
<h2>${labels.after}</h2>
<p>${labels.afterWords}</p>
</main>
</body>
</html>
`
}

/** All that host pages have been seen to do to what is put into them, with force. What it does to its own words stays legible. */
export const hostileStylesheet = `:root { font-size: 40px !important; --page: red; --card: red; --text: red; --accent: red; --line: red; }
* {
  font: italic 700 22px/2 fantasy, cursive !important;
  color: #00115c !important;
  letter-spacing: 0.1em !important;
  word-spacing: 0.4em !important;
  text-transform: uppercase !important;
  text-align: right !important;
  text-indent: 1em !important;
  box-sizing: content-box !important;
}
body { background: #ffee00; direction: rtl; cursor: wait; white-space: break-spaces; }
p, div, section, header, figure, li { border: 4px dashed #b00060 !important; margin: 1rem 0 !important; }
button, input, textarea, select, blockquote, table, dialog, mark, svg { display: none !important; visibility: hidden !important; }
.root, .frame, .log, .quote, .notice, .composer { position: fixed !important; opacity: 0.1 !important; transform: rotate(40deg) !important; }
`
