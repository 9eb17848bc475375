import type { CatalogueEntry } from '../safety/fixed-text.ts'
import type { Notice } from './reply.ts'

/** A catalogue text as a notice without actions. */
export function toNotice(
  kind: Notice['kind'],
  { id, version, text }: CatalogueEntry,
  severity: Notice['severity'],
): Notice {
  return { kind, id, version, severity, text, actions: [] }
}
