/** Turns text into vectors, on this machine. */
export interface Embedder {
  /** Identity of the model: an index made by another model is refused. */
  readonly modelHash: string
  readonly dimensions: number
  /**
   * One unit vector of `dimensions` numbers for each text, in order; `[]` for `[]`. Texts are read up to 254
   * word-pieces, the rest is ignored. A text embeds to the same vector, within rounding, alone or in a batch.
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>
}

export interface Neighbour {
  /** Position of the vector in the order in which the index was given them, from 0. */
  readonly row: number
  /** Cosine similarity, -1 to 1. */
  readonly similarity: number
}

/** Finds the vectors nearest to a question's. */
export interface VectorIndex {
  readonly size: number
  /**
   * The `limit` nearest rows, most similar first, ties by row; fewer if the index holds fewer, `[]` for 0.
   * @param query a unit vector of the index's dimensions
   * @throws RangeError if the query has another number of dimensions
   */
  nearest(query: Float32Array, limit: number): Promise<Neighbour[]>
}
