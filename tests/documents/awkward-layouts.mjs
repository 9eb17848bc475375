/** Layouts of real leaflets that are hard to read: HTML and style for each document of awkward.json, by its name. */

/** The bare parts of each layout's page; `parts` are in reading order, the page may place them otherwise. */
export const awkwardLayouts = {
  /** Three columns around tables as wide as the page. */
  thirds: {
    style: `.columns { columns: 3; column-gap: 6mm } body { font-size: 9pt } table { width: 100% } th, td { padding: 1pt 4pt }
      @page { size: A4; @bottom-center { content: "Sheet 4, page " counter(page); font-size: 8pt } }`,
    body: (parts, write) => {
      const columns = (...range) => `<div class="columns">${write(parts.slice(...range))}</div>`
      return [columns(0, 4), write([parts[4]]), columns(5, 10), write([parts[10]]), columns(11)].join('')
    },
  },
  /** Tables whose cells nearly touch: with lines, without, and without as wide as the page. */
  tight: {
    style: `th, td { padding: 0; font-weight: normal } th { font-weight: bold } .lined td, .lined th { border: 0.5pt solid black }
      .bare table { border-collapse: separate; border-spacing: 1pt 3pt } .bare th, .bare td { white-space: nowrap }
      .wide table { width: 100%; border-collapse: separate; border-spacing: 2pt 4pt } .wide th, .wide td { vertical-align: top }
      .lined table { width: 78mm }`,
    body: (parts, write) =>
      parts
        .map((part, at) => {
          const name = { 1: 'lined', 3: 'bare', 5: 'wide' }[at]
          return name ? `<div class="${name}">${write([part])}</div>` : write([part])
        })
        .join(''),
  },
  /** A box beside the text, in the middle of a paragraph. */
  sidebox: {
    style: `aside { float: right; width: 46mm; border: 1pt solid; padding: 3mm; margin: 0 0 4mm 6mm; font: 9pt sans-serif } aside h2 { margin: 0; font-size: 11pt }
      aside ul { padding-left: 4mm } @page { size: A5 }`,
    body: (parts, write) =>
      [write([parts[0]]), `<aside>${write(parts.slice(2, 5))}</aside>`, write([parts[1]]), write(parts.slice(5))].join(
        '',
      ),
  },
  /** A numbered list over two columns. */
  steps: {
    style: `ol { columns: 2; column-gap: 8mm } @page { size: A5 }`,
    body: (parts, write) => write(parts),
  },
  /** Numbered headings, and a numbered list that goes on after a paragraph. */
  numbered: {
    style: `@page { size: A5 }`,
    body: (parts, write) => write(parts),
  },
  /** Footnotes with raised marks, after figures and signs as well. */
  notes: {
    style: `sup { font-size: 6.5pt; line-height: 0 } .notes { position: absolute; left: 0; right: 0; border-top: 0.5pt solid; font-size: 8pt } .notes p { margin: 1pt 0 }
      body { position: relative } .first { height: 140mm; position: relative } .notes { bottom: 0 } @page { size: A5; margin: 20mm 15mm }`,
    body: (parts, write) => {
      const marks = [
        ['42 kg', 1],
        ['80 kg', 2],
        ['swarm line,', 3],
        ['stores', 4],
        ['know it.', 5],
      ]
      const marked = (html) =>
        marks.reduce((text, [after, mark]) => text.replace(after, `${after}<sup>${mark}</sup>`), html)
      const note = (from, to, first) =>
        `<div class="notes">${parts
          .slice(from, to)
          .map((part, at) => `<p><sup>${first + at}</sup> ${part.paragraph}</p>`)
          .join('')}</div>`
      return `<div class="first">${marked(write(parts.slice(0, 3)))}${note(3, 6, 1)}</div><div class="first">${marked(write(parts.slice(6, 9)))}${note(9, 11, 4)}</div>`
    },
  },
  /** Lists with bullets within the cells of a table. */
  cells: {
    style: `table { width: 100% } th, td { border: 0.5pt solid; padding: 2pt 5pt; vertical-align: top } td ul { margin: 0; padding-left: 10pt } @page { size: A5 }`,
    body: (parts, write) =>
      write(parts).replace(
        /<td>(•[^<]*)<\/td>/g,
        (_, text) =>
          `<td><ul>${text
            .split('• ')
            .slice(1)
            .map((item) => `<li>${item.trim()}</li>`)
            .join('')}</ul></td>`,
      ),
  },
  /** Cells over several rows and columns, and a header of two rows. */
  joined: {
    style: `th, td { border: 0.5pt solid; padding: 3pt 6pt } @page { size: A5 }`,
    body: (parts, write) =>
      write(parts)
        .replace(
          /<thead>.*<\/thead>/,
          '<thead><tr><th rowspan="2">Pond</th><th colspan="2">Toads</th><th rowspan="2">Remarks</th></tr><tr><th>Common</th><th>Green</th></tr></thead>',
        )
        .replace('<td>Mill pond', '<td rowspan="2">Mill pond')
        .replace('<tr><td>Mill pond</td>', '<tr>')
        .replace('<td>Not counted</td><td>Not counted</td>', '<td colspan="2">Not counted</td>'),
  },
  /** Captions between paragraphs, in the letters of the text, in smaller ones, and where a page ends. */
  figures: {
    style: `figure { margin: 2mm 0 } figure div { height: 34mm; background: #ccc } figcaption { font-style: italic } .small figcaption { font-size: 8pt; font-style: normal }
      .tall div { height: 62mm } @page { size: A5 }`,
    body: (parts, write) =>
      parts
        .map((part, at) => {
          const kind = { 1: '', 4: 'tall small', 8: 'small' }[at]
          return kind === undefined
            ? write([part])
            : `<figure class="${kind}"><div></div><figcaption>${part.paragraph}</figcaption></figure>`
        })
        .join(''),
  },
  /** A logo in letters on every page, and a page of contents without dots. */
  contents: {
    style: `.contents { break-after: page } .contents p { display: flex; justify-content: space-between; margin: 2pt 0 } .contents .deep { padding-left: 5mm }
      section { break-before: page } @page { size: A5; margin: 30mm 15mm 20mm; @bottom-right { content: counter(page); font-size: 8pt }
      @top-left { content: "BOG TRUST\\A Here for every owl"; white-space: pre; font: bold 15pt sans-serif } @top-right { content: "Helpline 0555 123 456\\A Weekdays 9 to 17"; white-space: pre; font-size: 9pt; vertical-align: top } }`,
    body: (parts, write) => {
      const pages = { 0: 2, 2: 2, 4: 3, 6: 3, 8: 4 }
      const line = ([at, page]) =>
        `<p class="${parts[at].level > 2 ? 'deep' : ''}"><span>${parts[at].heading}</span><span>${page}</span></p>`
      return `<div class="contents"><h2>Contents</h2>${Object.entries(pages).map(line).join('')}</div>
        ${write(parts.slice(0, 4))}<section>${write(parts.slice(4, 8))}</section><section>${write(parts.slice(8))}</section>`
    },
  },
}
