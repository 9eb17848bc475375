import { createGraphBuilder, type Value } from './onnx-graph.ts'
import type { Precision } from './precision.ts'
import { quantise } from './quantise.ts'
import { type HalfTensor, toFloat32, transpose } from './safetensors.ts'

/** The fields of a BERT `config.json` that shape the graph. */
export interface BertConfig {
  readonly hidden_size: number
  readonly num_attention_heads: number
  readonly num_hidden_layers: number
  readonly layer_norm_eps: number
}

/** Added to the attention scores of padding: large enough that its softmax share is 0 in 32 bits. */
const MASKED = -10000

const MAX_BYTE = 127
/** One bit less: two products of 255 and 64 still fit the 16-bit sums of CPUs without VNNI, which saturate. */
const MAX_WEIGHT = 64

/**
 * Writes a BERT encoder (Devlin et al. 2018, post-layer-norm, exact GELU) as an ONNX graph with the inputs
 * `input_ids`, `attention_mask`, `token_type_ids` and the output `last_hidden_state`.
 */
export function bertToOnnx(config: BertConfig, read: (name: string) => HalfTensor, precision: Precision): Uint8Array {
  const { hidden_size: width, num_attention_heads: heads, num_hidden_layers: layers, layer_norm_eps: epsilon } = config
  const graph = createGraphBuilder()
  const { apply, scalar, integers } = graph

  const weight = (name: string, tensor = read(name)) => graph.float(name, tensor.shape, toFloat32(tensor))
  const layerNorm = (x: Value, name: string, output?: Value) =>
    apply('LayerNormalization', [x, weight(`${name}.weight`), weight(`${name}.bias`)], { axis: -1, epsilon }, output)
  const floatProduct = (x: Value, name: string) => apply('MatMul', [x, weight(name, transpose(read(name)))])
  /** Query, key and value read the same state: it is quantised once. */
  const quantised = new Map<Value, ReturnType<typeof graph.quantise>>()
  const byteProduct = (x: Value, name: string) => {
    const matrix = transpose(read(name))
    const { bytes, scales } = quantise(toFloat32(matrix), matrix.shape, 'columns', MAX_WEIGHT)
    const state = quantised.get(x) ?? graph.quantise(x)
    quantised.set(x, state)
    const [values, scale, zero] = state
    const sums = apply('MatMulInteger', [values, graph.bytes(name, matrix.shape, bytes), zero])
    const scaling = apply('Mul', [scale, graph.float(`${name}.scales`, [scales.length], scales)])
    return apply('Mul', [apply('Cast', [sums], { to: 1 }), scaling])
  }
  const product = precision === 'int8' ? byteProduct : floatProduct
  const linear = (x: Value, name: string) => apply('Add', [product(x, `${name}.weight`), weight(`${name}.bias`)])

  const one = scalar(1)
  const half = scalar(0.5)
  const sqrt2 = scalar(Math.SQRT2)
  const attentionScale = scalar(1 / Math.sqrt(width / heads))
  const perHead = integers(0, 0, heads, width / heads)
  const merged = integers(0, 0, width)

  const lookUpBytes = () => {
    const name = 'embeddings.word_embeddings.weight'
    const table = read(name)
    const { bytes, scales } = quantise(toFloat32(table), table.shape, 'rows', MAX_BYTE)
    const values = apply('Gather', [graph.bytes(name, table.shape, bytes), 'input_ids'], { axis: 0 })
    const scale = apply('Gather', [graph.float(`${name}.scales`, [scales.length, 1], scales), 'input_ids'], { axis: 0 })
    return apply('Mul', [apply('Cast', [values], { to: 1 }), scale])
  }
  const embed = () => {
    const table = (name: string) => weight(`embeddings.${name}_embeddings.weight`)
    const lookUp = (name: string, ids: Value) => apply('Gather', [table(name), ids], { axis: 0 })
    const length = apply('Gather', [apply('Shape', ['input_ids']), integers(1)], { axis: 0 })
    const positions = apply('Slice', [table('position'), integers(0), length, integers(0)])
    const words = precision === 'int8' ? lookUpBytes() : lookUp('word', 'input_ids')
    const tokens = apply('Add', [words, lookUp('token_type', 'token_type_ids')])
    return layerNorm(apply('Add', [tokens, positions]), 'embeddings.LayerNorm')
  }
  const padding = () => {
    const mask = apply('Unsqueeze', [apply('Cast', ['attention_mask'], { to: 1 }), integers(1, 2)])
    return apply('Mul', [apply('Sub', [one, mask]), scalar(MASKED)])
  }
  const attention = (x: Value, name: string, bias: Value) => {
    const project = (part: string, perm: readonly number[]) =>
      apply('Transpose', [apply('Reshape', [linear(x, `${name}.self.${part}`), perHead])], { perm })
    const query = project('query', [0, 2, 1, 3])
    const keys = project('key', [0, 2, 3, 1])
    const values = project('value', [0, 2, 1, 3])
    const scores = apply('Add', [apply('Mul', [apply('MatMul', [query, keys]), attentionScale]), bias])
    const mixed = apply('MatMul', [apply('Softmax', [scores], { axis: -1 }), values])
    const joined = apply('Reshape', [apply('Transpose', [mixed], { perm: [0, 2, 1, 3] }), merged])
    return layerNorm(apply('Add', [linear(joined, `${name}.output.dense`), x]), `${name}.output.LayerNorm`)
  }
  const gelu = (x: Value) =>
    apply('Mul', [apply('Mul', [x, apply('Add', [apply('Erf', [apply('Div', [x, sqrt2])]), one])]), half])

  let state = embed()
  const bias = padding()
  for (let layer = 0; layer < layers; layer++) {
    const name = `encoder.layer.${layer}`
    const attended = attention(state, `${name}.attention`, bias)
    const dense = linear(gelu(linear(attended, `${name}.intermediate.dense`)), `${name}.output.dense`)
    const output = layer === layers - 1 ? 'last_hidden_state' : undefined
    state = layerNorm(apply('Add', [dense, attended]), `${name}.output.LayerNorm`, output)
  }
  const shape = ['batch', 'sequence']
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'].map(
    (name) => ({ name, type: 'INT64', shape }) as const,
  )
  return graph.encode('all-MiniLM-L6-v2', inputs, [{ name: state, type: 'FLOAT', shape: [...shape, width] }])
}
