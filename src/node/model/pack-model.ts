import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import onnxProto from 'onnx-proto'
import { type BertShape, HEAD_WIDTH, layOutBert } from '../../core/retrieval/bert-layout.ts'
import { packMatrix } from '../../core/retrieval/pack-matrix.ts'
import { SetupError } from '../setup-error.ts'
import type { BertConfig } from './bert-to-onnx.ts'

export interface PackedModel {
  readonly shape: BertShape
  /** All tensors, laid out as `layOutBert` says. */
  readonly bytes: Uint8Array
}

/** What the kernel reads at most; see `Embedder`. */
const PLACES = 256

/**
 * Lays a model folder's weights out for the Worker.
 * @throws SetupError if the model isn't one with 8-bit weights and heads of 32 numbers
 */
export async function packModel(folder: string): Promise<PackedModel> {
  const config: BertConfig = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))
  const model = onnxProto.onnx.ModelProto.decode(await readFile(join(folder, 'onnx/model.onnx')))
  const tensors = new Map(model.graph?.initializer?.map((tensor) => [tensor.name, tensor]))
  const words = tensors.get('embeddings.word_embeddings.weight.scales')
  const inner = tensors.get('encoder.layer.0.intermediate.dense.bias')
  if (!words || !inner || config.hidden_size / config.num_attention_heads !== HEAD_WIDTH) {
    throw new SetupError(
      `The model in ${folder} can't run in a Worker: it needs 8-bit weights and attention heads of ${HEAD_WIDTH} numbers. Build it with \`npm run model\`.`,
    )
  }
  const shape = {
    width: config.hidden_size,
    inner: Number(inner.dims?.[0]),
    layers: config.num_hidden_layers,
    pieces: Number(words.dims?.[0]),
    places: PLACES,
    epsilon: config.layer_norm_eps,
  }
  const layout = layOutBert(shape)
  const bytes = new Uint8Array(layout.size)
  for (const { name, kind, offset, count } of layout.tensors) {
    const { rawData, dims } = tensors.get(name) ?? {}
    const size = kind === 'float32' ? count * 4 : count
    if (!rawData || rawData.length < size) throw new SetupError(`The model in ${folder} lacks ${name}.`)
    const [inputs = 0, outputs = 0] = (dims ?? []).map(Number)
    const taken = rawData.subarray(0, size)
    bytes.set(kind === 'packed' ? packed(taken, inputs, outputs) : taken, offset)
  }
  return { shape, bytes }
}

function packed(taken: Uint8Array, inputs: number, outputs: number): Uint8Array {
  const matrix = packMatrix(new Int8Array(taken.buffer, taken.byteOffset, taken.length), inputs, outputs)
  return new Uint8Array(matrix.buffer)
}
