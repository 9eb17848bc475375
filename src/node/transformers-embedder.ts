import { basename, dirname, resolve } from 'node:path'
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers'
import onnxruntime from 'onnxruntime-node'
import type { Embedder } from '../core/ports.ts'
import { verifyModel } from './model/model-files.ts'

const { InferenceSession } = onnxruntime

/** As in the model's tokenizer_config.json; 254 word-pieces and the two special ones. */
const MAX_TOKENS = 256
/** Texts times padded length: larger batches leave the CPU's caches (128 to 4096 tried: 256 is a fifth faster). */
const MAX_BATCH_TOKENS = 256

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
  const model = await withOneThread(() => AutoModel.from_pretrained(name, { quantized: false }))

  const separator = BigInt(tokenizer.sep_token_id ?? tokenizer.model.convert_tokens_to_ids(['[SEP]'])[0])
  const vocabulary = new Map<string, number>(tokenizer.model.tokens_to_ids)

  const run = async (texts: readonly string[]): Promise<BatchStates> => {
    const inputs = tokenizer([...texts], { padding: true, truncation: true })
    const { data: ids } = inputs.input_ids
    const { data: mask } = inputs.attention_mask
    // transformers.js cuts to 256 and loses the [SEP] that the model has always seen at the end.
    const isCut = inputs.input_ids.dims[1] === MAX_TOKENS
    if (isCut) {
      for (let last = MAX_TOKENS - 1; last < ids.length; last += MAX_TOKENS)
        if (mask[last] !== 0n) ids[last] = separator
    }
    const { last_hidden_state: states } = await model(inputs)
    const [, length = 0, width = 0] = states.dims
    return { ids, mask, states: states.data, length, width }
  }
  const embedAll = async <Result>(texts: readonly string[], read: (batch: BatchStates, at: number) => Result) => {
    const results = new Array<Result>(texts.length)
    for (const batch of batchByLength(texts)) {
      const states = await run(batch.map((at) => texts[at] as string))
      batch.forEach((at, i) => {
        results[at] = read(states, i)
      })
    }
    return results
  }
  const { width: dimensions } = await run(['probe'])

  return {
    modelHash,
    dimensions,
    embed: (texts) => embedAll(texts, poolMean),
    embedTokens: (texts) => embedAll(texts, (batch, at) => ({ vector: poolMean(batch, at), ...readTokens(batch, at) })),
    isWord: (word) => vocabulary.has(word),
  }
}

/**
 * A question is too short to share between threads: a second one spins while the rest of the answer is worked out, and
 * made messages a third slower on two cores. transformers.js passes no session options on, so they are added here.
 */
async function withOneThread<Result>(load: () => Promise<Result>): Promise<Result> {
  const { create } = InferenceSession
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1 }
  Object.assign(InferenceSession, { create: (model: Uint8Array) => create.call(InferenceSession, model, options) })
  try {
    return await load()
  } finally {
    Object.assign(InferenceSession, { create })
  }
}

/** What the model says of a batch, text by text, each padded to `length` tokens of `width` numbers. */
interface BatchStates {
  readonly ids: BigInt64Array
  readonly mask: BigInt64Array
  readonly states: Float32Array
  readonly length: number
  readonly width: number
}

/** Positions of texts of like length together, so that little is padding; about 4 characters are a word-piece. */
function batchByLength(texts: readonly string[]): number[][] {
  const tokens = texts.map((text) => Math.min(MAX_TOKENS, Math.ceil(text.length / 4) + 2))
  const longestFirst = texts.map((_, at) => at).sort((a, b) => (tokens[b] as number) - (tokens[a] as number))
  const batches: number[][] = []
  for (const at of longestFirst) {
    const batch = batches.at(-1)
    const width = batch ? (tokens[batch[0] as number] as number) : 0
    if (batch && (batch.length + 1) * width <= MAX_BATCH_TOKENS) batch.push(at)
    else batches.push([at])
  }
  return batches
}

/** The mean of a text's token states, padding left out, at length 1. */
function poolMean({ mask, states, length, width }: BatchStates, at: number): Float32Array {
  const sum = new Float32Array(width)
  for (let token = at * length; token < (at + 1) * length && mask[token] !== 0n; token++) {
    for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + (states[token * width + i] as number)
  }
  return toUnitLength(sum)
}

/** All tokens between [CLS] and [SEP]; a cut text has lost its [SEP], so its last word-piece is left out. */
function readTokens({ ids, mask, states, length, width }: BatchStates, at: number) {
  const first = at * length + 1
  let end = first
  while (end + 1 < (at + 1) * length && mask[end + 1] !== 0n) end++
  const tokens = new Float32Array((end - first) * width)
  for (let token = first; token < end; token++) {
    tokens.set(toUnitLength(states.subarray(token * width, (token + 1) * width)), (token - first) * width)
  }
  return { tokens, pieces: Array.from(ids.subarray(first, end), Number) }
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares) || 1
  return vector.map((value) => value / length)
}
