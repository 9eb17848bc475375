/**
 * Prints the test documents to tests/documents/printed/*.pdf with Chromium, as a word processor would lay them out:
 *   node tests/documents/print-pdfs.mjs [path of chromium [name of a file…]]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { awkwardLayouts } from './awkward-layouts.mjs'

const [chromium = 'chromium', ...only] = process.argv.slice(2)
const folder = fileURLToPath(new URL('.', import.meta.url))
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
function bodyOf({ parts }) {
  return parts
    .map((part) => {
      if ('heading' in part) return `<h${part.level}>${part.heading}</h${part.level}>`
      if ('paragraph' in part) return `<p>${escapeHtml(part.paragraph)}</p>`
      if ('list' in part) {
        const tag = part.ordered ? 'ol' : 'ul'
        return `<${tag}${part.start ? ` start="${part.start}"` : ''}>${part.list.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`
      }
      const { caption, headers, rows } = part.table
      const line = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
      return `<div class="table"><p class="caption">${caption}</p><table><thead>${line(headers, 'th')}</thead>${rows.map((row) => line(row, 'td')).join('')}</table></div>`
    })
    .join('\n')
}

/** Columns around tables as wide as the page; what heads a table stands above it. */
function inColumns(document) {
  const at = document.parts.findIndex((part) => 'table' in part)
  const title = document.parts[at - 1]
  const groups = [document.parts.slice(0, at - 1), document.parts.slice(at + 1)].map(
    (parts) => `<div class="columns">${bodyOf({ parts })}</div>`,
  )
  return groups.join(bodyOf({ parts: [title, document.parts[at]] }))
}

const page = (document, style, body = bodyOf(document)) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${document.title}</title><style>
body { font: 10.5pt/1.35 serif; margin: 0; hyphens: manual } h1 { font-size: 20pt } h2 { font-size: 13pt } h3 { font-size: 11pt }
table { border-collapse: collapse } th, td { text-align: left; padding: 2pt 8pt }
@page { size: A5; margin: 20mm 15mm; @bottom-center { content: counter(page); font-size: 8pt } }
${style}</style></head><body><h1>${document.title}</h1>${body}</body></html>`

const files = {
  leaflet: page(
    read('velvet-moss'),
    `th, td { border: 0.5pt solid black } table { width: 100% }
     @page { @top-left { content: "Bog Trust"; font-size: 8pt } @top-right { content: "Leaflet 7"; font-size: 8pt } }`,
  ),
  article: page(
    read('river-lynx'),
    `body { columns: 2; column-gap: 7mm; text-align: justify } h1, .table { column-span: all } .table { margin: 8pt 0 }
     @page { size: A4; @top-center { content: "Annals of Cats 12 (2019), page " counter(page); font-size: 8pt } @bottom-center { content: "" } }`,
  ),
  columns: page(
    read('velvet-moss'),
    `body { columns: 2; column-gap: 6mm; font-size: 9pt } h1 { column-span: all } h1, h2, h3 { font-family: sans-serif; font-weight: normal }
     th, td { padding: 1pt 4pt } td { vertical-align: top }
     @page { size: A4 landscape; @bottom-center { content: "Page " counter(page) " of " counter(pages); font-size: 8pt } }`,
  ),
}

const boneLeaflet = read('bone-leaflet')
files.handout = page(
  boneLeaflet,
  `.columns { columns: 2; column-gap: 9mm; text-align: justify } table { width: 100% }
   @page { size: A4; @bottom-center { content: "Page " counter(page); font-size: 8pt } }`,
  inColumns(boneLeaflet),
)

const awkward = read('awkward')
for (const [name, { style, body }] of Object.entries(awkwardLayouts)) {
  files[name] = page(
    awkward[name],
    style,
    body(awkward[name].parts, (parts) => bodyOf({ parts })),
  )
}

const work = mkdtempSync(join(tmpdir(), 'print-'))
for (const [name, html] of Object.entries(files).filter(([name]) => only.length === 0 || only.includes(name))) {
  const source = join(work, `${name}.html`)
  writeFileSync(source, html)
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer']
  execFileSync(chromium, [...flags, `--print-to-pdf=${join(folder, 'printed', `${name}.pdf`)}`, source], {
    stdio: 'ignore',
    timeout: 60_000,
  })
}
rmSync(work, { recursive: true })
