/** The vectors of a graph, one after the other, in a file beside it: read as numbers when a later build takes them over. */
export const VECTORS = 'vectors.f32'
/** What the folder of a graph holds. */
export const GRAPH_FILES = [VECTORS, 'hnswlib.index', 'docstore.json', 'args.json']
