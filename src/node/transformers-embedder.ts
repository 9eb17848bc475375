import { basename, dirname, join, resolve } from 'node:path'
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers'
import onnxruntime from 'onnxruntime-node'
import type { Embedder } from '../core/ports.ts'
import { verifyModel } from './model/model-files.ts'

const { InferenceSession } = onnxruntime

/** As in the model's tokenizer_config.json; 254 word-pieces and the two special ones. */
const MAX_TOKENS = 256
/**
 * all-MiniLM-L6-v2, or another BERT model of the same folder shape, on onnxruntime-node. Mean-pooled unit vectors
 * (Reimers and Gurevych 2019).
 * @throws SetupError if a file of the model is missing or altered
 */
export async function loadEmbedder(folder: string): Promise<Embedder> {
  const modelHash = await verifyModel(folder)
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

  const read = async (text: string): Promise<TokenStates> => {
    const inputs = tokenizer(text, { truncation: true })
    const { data: ids } = inputs.input_ids
    // transformers.js cuts to 256 and loses the [SEP] that the model has always seen at the end.
    if (ids.length === MAX_TOKENS) ids[MAX_TOKENS - 1] = separator
    const { last_hidden_state: states } = await model(inputs)
    return { ids, states: states.data, width: states.dims.at(-1) }
  }
  // One at a time: bytes are scaled to the largest state of a batch, so that a text's vector would depend on the texts
  // beside it. It costs a fifth of the speed of whole batches.
  const readAll = async <Result>(texts: readonly string[], take: (states: TokenStates) => Result) => {
    const results: Result[] = []
    for (const text of texts) results.push(take(await read(text)))
    return results
  }
  const { width: dimensions } = await read('probe')

  return {
    modelHash,
    dimensions,
    embed: (texts) => readAll(texts, poolMean),
    embedTokens: (texts) => readAll(texts, (states) => ({ vector: poolMean(states), ...takeTokens(states) })),
    isWord: (word) => vocabulary.has(word),
  }
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

/** What the model says of a text: `width` numbers for each token. */
interface TokenStates {
  readonly ids: BigInt64Array
  readonly states: Float32Array
  readonly width: number
}

/** The mean of a text's token states, at length 1. */
function poolMean({ states, width }: TokenStates): Float32Array {
  const sum = new Float32Array(width)
  for (let at = 0; at < states.length; at += width) {
    for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + (states[at + i] as number)
  }
  return toUnitLength(sum)
}

/** All tokens between [CLS] and [SEP]. */
function takeTokens({ ids, states, width }: TokenStates) {
  const pieces = Array.from(ids.subarray(1, -1), Number)
  const tokens = new Float32Array(pieces.length * width)
  pieces.forEach((_, at) => {
    tokens.set(toUnitLength(states.subarray((at + 1) * width, (at + 2) * width)), at * width)
  })
  return { tokens, pieces }
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0
  for (let i = 0; i < vector.length; i++) squares += (vector[i] as number) ** 2
  const length = Math.sqrt(squares) || 1
  const unit = new Float32Array(vector.length)
  for (let i = 0; i < vector.length; i++) unit[i] = (vector[i] as number) / length
  return unit
}
