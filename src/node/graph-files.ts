/** The vectors of a graph, one after the other, in a file beside it: read as numbers when a later build takes them over. */
export const VECTORS = 'vectors.f32'
/** The place of each row's vector among them. */
export const ROWS = 'rows.u32'
/** The names that LangChain's HNSWLib gives its files. */
export const GRAPH = 'hnswlib.index'
export const DOCUMENTS = 'docstore.json'
export const ARGUMENTS = 'args.json'
/** What the folder of a graph holds. */
export const GRAPH_FILES = [VECTORS, ROWS, GRAPH, DOCUMENTS, ARGUMENTS]
