import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import onnxruntime from 'onnxruntime-node'
import type { Embedder } from '../core/ports.ts'
import { poolMean, type TokenStates, toTokenVectors } from '../core/retrieval/token-states.ts'
import { openWordPieces } from '../core/retrieval/word-pieces.ts'
import { verifyModel } from './model/model-files.ts'
import type { TextEmbedder } from './parallel-embedder.ts'

const { InferenceSession, Tensor } = onnxruntime

/** As in the model's tokenizer_config.json; 254 word-pieces and the two special ones. */
const MAX_TOKENS = 256
/**
 * A question is too short to share between threads: a second one saves a fifth of its time and spins through all of it,
 * which costs whatever else runs. onnxruntime-node 1.14 reads no options beside a buffer, so the model goes by its path.
 */
const ONE_THREAD = { intraOpNumThreads: 1, interOpNumThreads: 1 }

/**
 * all-MiniLM-L6-v2, or another BERT model of the same folder shape, on onnxruntime-node. Mean-pooled unit vectors.
 * @param verified identity of the folder, where it has been checked already
 * @throws SetupError if a file of the model is missing or altered
 */
export async function loadEmbedder(folder: string, verified?: string): Promise<Embedder> {
  const modelHash = verified ?? (await verifyModel(folder))
  const readJson = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))
  const pieces = openWordPieces(await readJson('tokenizer.json'), await readJson('tokenizer_config.json'))
  const session = await InferenceSession.create(join(folder, 'onnx/model.onnx'), ONE_THREAD)

  const read = async (text: string): Promise<ReadText> => {
    const ids = pieces.read(text, MAX_TOKENS)
    const shape = [1, ids.length]
    const { last_hidden_state: states } = await session.run({
      input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
    })
    return { ids, states: states?.data as Float32Array, width: states?.dims.at(-1) as number }
  }
  // One at a time: bytes are scaled to the largest state of a batch, so that a text's vector would depend on the texts
  // beside it. It costs a fifth of the speed of whole batches.
  const readAll = async <Result>(texts: readonly string[], take: (read: ReadText) => Result) => {
    const results: Result[] = []
    for (const text of texts) results.push(take(await read(text)))
    return results
  }
  const { width: dimensions } = await read('probe')

  return {
    modelHash,
    dimensions,
    embed: (texts) => readAll(texts, poolMean),
    embedTokens: (texts) =>
      readAll(texts, (one) => ({
        vector: poolMean(one),
        tokens: toTokenVectors(one),
        pieces: one.ids.slice(1, -1),
      })),
    isWord: pieces.isWord,
  }
}

/**
 * The same, loaded when there is a text to embed.
 * @param verified identity of the folder
 */
export async function deferEmbedder(folder: string, verified: string): Promise<TextEmbedder> {
  const { hidden_size: dimensions } = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))
  let loading: Promise<Embedder> | null = null
  const load = () => (loading ??= loadEmbedder(folder, verified))
  return {
    modelHash: verified,
    dimensions,
    embed: async (texts) => (await load()).embed(texts),
    embedTokens: async (texts) => (await load()).embedTokens(texts),
  }
}

interface ReadText extends TokenStates {
  readonly ids: readonly number[]
}
