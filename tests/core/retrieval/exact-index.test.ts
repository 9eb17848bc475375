import { createExactIndex } from '../../../src/core/retrieval/exact-index.ts'
import { describeVectorIndex } from '../../contracts/vector-index.ts'

describeVectorIndex('Exact search', {
  async build(vectors, dimensions) {
    return createExactIndex(Float32Array.from(vectors.flatMap((vector) => [...vector])), dimensions)
  },
  canBeEmpty: true,
})
