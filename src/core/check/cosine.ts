import { dotProduct } from '../retrieval/dot-product.ts'

/** Brings vectors of unit length for texts, in order. */
export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>

/** Cosine of two texts that were embedded. */
export type Cosine = (one: string, other: string) => number

/** Embeds each text once. */
export async function embedForCosine(texts: readonly string[], embed: Embed): Promise<Cosine> {
  const distinct = [...new Set(texts)]
  const vectors = await embed(distinct)
  const vectorOf = new Map(distinct.map((text, at) => [text, vectors[at] as Float32Array]))
  return (one, other) => dotProduct(vectorOf.get(one) as Float32Array, vectorOf.get(other) as Float32Array)
}
