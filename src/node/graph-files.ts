/** The vectors of a graph, one after the other, in a file beside it: read as numbers when a later build takes them over. */
export const VECTORS = 'vectors.f32'
/** The names that LangChain's HNSWLib gives its files. */
export const GRAPH = 'hnswlib.index'
export const DOCUMENTS = 'docstore.json'
export const ARGUMENTS = 'args.json'
/** What the folder of a graph holds. */
export const GRAPH_FILES = [VECTORS, GRAPH, DOCUMENTS, ARGUMENTS]
