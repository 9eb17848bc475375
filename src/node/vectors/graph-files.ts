/** The vectors of a graph, one after the other, in a file beside it: read as numbers when a later build takes them over. */
export const VECTORS = 'vectors.f32'
/** The place of each row's vector among them. */
export const ROWS = 'rows.u32'
/** The names that LangChain's HNSWLib gives its files. */
export const GRAPH = 'hnswlib.index'
export const DOCUMENTS = 'docstore.json'
export const ARGUMENTS = 'args.json'
/** The directions of a reduced graph, one after the other. */
export const COMPONENTS = 'components.f32'
/** Beside it, the number that `changed.ts` tells of. */
export const CHANGED = 'changed.json'

/**
 * `full`: of the vectors themselves. `reduced`: of their principal components, fewer than half as many numbers, by which the
 * nearest are found, to be compared in full afterwards; for many vectors, see docs/RESULTS.md.
 */
export type GraphKind = 'full' | 'reduced'

const COMMON = [VECTORS, ROWS, GRAPH, DOCUMENTS, ARGUMENTS]
/** What the folder of a graph holds. */
export const GRAPH_FILES: Readonly<Record<GraphKind, readonly string[]>> = {
  full: COMMON,
  reduced: [...COMMON, COMPONENTS, CHANGED],
}
