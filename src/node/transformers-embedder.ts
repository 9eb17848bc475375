import { basename, dirname, resolve } from 'node:path'
import { AutoModel, AutoTokenizer, env, type Tensor } from '@xenova/transformers'
import type { Embedder } from '../core/ports.ts'
import { verifyModel } from './model/model-files.ts'

/** As in the model's tokenizer_config.json; 254 word-pieces and the two special ones. */
const MAX_TOKENS = 256
/** Rows times padded length: larger batches gain nothing on two cores and cost memory. */
const MAX_BATCH_TOKENS = 4096

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
  const model = await AutoModel.from_pretrained(name, { quantized: false })

  const embedBatch = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const inputs = tokenizer([...texts], { padding: true, truncation: true })
    const { last_hidden_state: states } = await model(inputs)
    return poolMean(states, inputs.attention_mask)
  }
  const [probe] = await embedBatch(['probe'])

  return {
    modelHash,
    dimensions: probe?.length ?? 0,
    async embed(texts) {
      const vectors = new Array<Float32Array>(texts.length)
      for (const batch of batchByLength(texts)) {
        const embedded = await embedBatch(batch.map((at) => texts[at] as string))
        batch.forEach((at, i) => {
          vectors[at] = embedded[i] as Float32Array
        })
      }
      return vectors
    },
  }
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

/** The mean of each text's token states, padding left out, at length 1. */
function poolMean(states: Tensor, mask: Tensor): Float32Array[] {
  const [texts = 0, tokens = 0, width = 0] = states.dims
  const data = states.data as Float32Array
  return Array.from({ length: texts }, (_, text) => {
    const sum = new Float32Array(width)
    for (let token = 0; token < tokens; token++) {
      const at = text * tokens + token
      if (mask.data[at] === 0n) continue
      for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + (data[at * width + i] as number)
    }
    return toUnitLength(sum)
  })
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}
