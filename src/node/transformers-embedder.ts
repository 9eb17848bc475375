import { basename, dirname, join, resolve } from 'node:path'
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers'
import onnxruntime from 'onnxruntime-node'
import type { Embedder } from '../core/ports.ts'
import { poolMean, type TokenStates, toTokenVectors } from '../core/retrieval/token-states.ts'
import { verifyModel } from './model/model-files.ts'

const { InferenceSession } = onnxruntime

/** As in the model's tokenizer_config.json; 254 word-pieces and the two special ones. */
const MAX_TOKENS = 256
/**
 * all-MiniLM-L6-v2, or another BERT model of the same folder shape, on onnxruntime-node. Mean-pooled unit vectors.
 * @param verified identity of the folder, where it has been checked already
 * @throws SetupError if a file of the model is missing or altered
 */
export async function loadEmbedder(folder: string, verified?: string): Promise<Embedder> {
  const modelHash = verified ?? (await verifyModel(folder))
  env.allowRemoteModels = false
  env.useFSCache = false
  env.localModelPath = dirname(resolve(folder))
  const name = basename(resolve(folder))
  const tokenizer = await AutoTokenizer.from_pretrained(name)
  const model = await withOneThread(join(folder, 'onnx/model.onnx'), () =>
    AutoModel.from_pretrained(name, { quantized: false }),
  )

  const separator = BigInt(tokenizer.sep_token_id ?? tokenizer.model.convert_tokens_to_ids(['[SEP]'])[0])
  const vocabulary = new Map<string, number>(tokenizer.model.tokens_to_ids)
  const { continuing_subword_prefix: prefix } = tokenizer.model.config
  const continuing = new Set([...vocabulary].flatMap(([text, piece]) => (text.startsWith(prefix) ? [piece] : [])))

  const read = async (text: string): Promise<ReadText> => {
    const inputs = tokenizer(text, { truncation: true })
    const { data: ids } = inputs.input_ids
    // transformers.js cuts to 256 and loses the [SEP] that the model has always seen at the end.
    if (ids.length === MAX_TOKENS) ids[MAX_TOKENS - 1] = separator
    const { last_hidden_state: states } = await model(inputs)
    return { ids, states: states.data, width: states.dims.at(-1) }
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
        pieces: Array.from(one.ids.subarray(1, -1), Number),
      })),
    isWord: (word) => vocabulary.has(word),
    continuesWord: (piece) => continuing.has(piece),
  }
}

interface ReadText extends TokenStates {
  readonly ids: BigInt64Array
}

/**
 * A question is too short to share between threads: a second one saves a fifth of its time and spins through all of it,
 * which costs whatever else runs. transformers.js passes no session options on, so they are added here, and the model
 * by its path: onnxruntime-node 1.14 reads no options beside a buffer.
 */
async function withOneThread<Result>(file: string, load: () => Promise<Result>): Promise<Result> {
  const create: (path: string, options: object) => Promise<unknown> = InferenceSession.create
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1 }
  Object.assign(InferenceSession, { create: () => create.call(InferenceSession, file, options) })
  try {
    return await load()
  } finally {
    Object.assign(InferenceSession, { create })
  }
}
