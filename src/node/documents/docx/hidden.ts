import type { Unzipped } from 'fflate'
import { collapse } from '../../../core/ingest/normalise.ts'
import type { Change } from '../document.ts'

/** Parts whose text is read. */
const TEXT = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/
const END = '</w:r>'
/** ECMA-376-1, 17.3.2.41: the run is not shown; a value may take that back. */
const VANISH = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/

/** Parts without the words that a word processor hides: notes to oneself, older versions. */
export function withoutHidden(parts: Unzipped, changes: Change[]): Unzipped {
  return Object.fromEntries(
    Object.entries(parts).map(([name, content]) => {
      const xml = TEXT.test(name) ? Buffer.from(content).toString('utf8') : ''
      return [name, VANISH.test(xml) ? Buffer.from(showing(xml, changes)) : content]
    }),
  )
}

/** Runs begin with `w:r`; those that hold others, as text boxes do, end in a later piece and stay. */
function showing(xml: string, changes: Change[]): string {
  return xml
    .split(/(?=<w:r[ >])/)
    .map((piece) => {
      const end = piece.indexOf(END)
      const run = piece.slice(0, end)
      if (end < 0 || !piece.startsWith('<w:r') || !VANISH.test(run)) return piece
      const text = collapse(run.replaceAll(/<[^>]*>/g, ' '))
      if (text !== '') changes.push({ kind: 'removed', what: 'hidden text', text })
      return piece.slice(end + END.length)
    })
    .join('')
}
