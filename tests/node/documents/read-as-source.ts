import { parseSource } from '../../../src/core/ingest/parse.ts'
import type { Source } from '../../../src/core/source.ts'
import { convert } from '../../../src/node/documents/convert.ts'
import type { Change, Facts, Format } from '../../../src/node/documents/document.ts'

/** A document through its reader and the corpus format, as it would be quoted. */
export async function readAsSource(
  format: Format,
  bytes: Uint8Array,
): Promise<{ source: Source; body: string; facts: Facts; changes: readonly Change[] }> {
  const { body, facts, changes } = await convert(format, bytes)
  return {
    source: parseSource({ id: 'document', markdown: `---\ntitle: Document\n---\n\n${body}` }),
    body,
    facts,
    changes,
  }
}
