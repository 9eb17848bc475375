/** A text's vector together with those of its tokens, all from one pass of the model. */
export interface TokenEmbedding {
  /** As `Embedder.embed` gives it. */
  readonly vector: Float32Array
  /** Unit vectors of the word-pieces in order, without the model's special tokens; `pieces.length * dimensions` long. */
  readonly tokens: Float32Array
  /** Id of each word-piece in the model's vocabulary. */
  readonly pieces: readonly number[]
}

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
  /** The same with token vectors, which take some 100 times the memory. */
  embedTokens(texts: readonly string[]): Promise<TokenEmbedding[]>
  /** Whether the model's vocabulary holds a word (lower case) whole: then it is no misspelling. */
  isWord(word: string): boolean
  /** Whether a word-piece goes on with the word that the one before it belongs to, as `##coma` does. */
  continuesWord(piece: number): boolean
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

/** Multiplies many stored token vectors with the few of a question: most of the work of late interaction. */
export interface TokenMultiplier {
  /**
   * Dot products as integers: those of the first stored token with each token of the query, then of the second, …
   * @param stored token by token, `dimensions` bytes each, 128 standing for zero
   * @param query dimension by dimension, one signed byte of each token of the query
   */
  multiply(stored: Uint8Array, query: Int8Array, dimensions: number): Promise<Int32Array>
}
