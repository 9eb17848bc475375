/** `int8`: a quarter of the size; weights and word embeddings in bytes, activations quantised as they come. */
export const PRECISIONS = ['int8', 'float32'] as const
export type Precision = (typeof PRECISIONS)[number]
