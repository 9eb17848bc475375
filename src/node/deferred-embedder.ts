import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Embedder } from '../core/ports.ts'
import type { TextEmbedder } from './parallel-embedder.ts'

/**
 * `loadEmbedder`, and transformers.js, loaded when there is a text to embed.
 * @param verified identity of the folder
 */
export async function deferEmbedder(folder: string, verified: string): Promise<TextEmbedder> {
  const { hidden_size: dimensions } = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))
  let loading: Promise<Embedder> | null = null
  const load = () =>
    (loading ??= import('./transformers-embedder.ts').then(({ loadEmbedder }) => loadEmbedder(folder, verified)))
  return {
    modelHash: verified,
    dimensions,
    embed: async (texts) => (await load()).embed(texts),
    embedTokens: async (texts) => (await load()).embedTokens(texts),
  }
}
