import onnxProto from 'onnx-proto'

const { onnx } = onnxProto
const { DataType } = onnx.TensorProto
const { AttributeType } = onnx.AttributeProto

/** The name of a tensor in the graph. */
export type Value = string

/** An input or output of the graph; a size that only a run knows has a name. */
export interface Port {
  readonly name: Value
  readonly type: 'FLOAT' | 'INT64' | 'INT32' | 'INT8' | 'UINT8'
  readonly shape: readonly (number | string)[]
}

type Attributes = Record<string, number | readonly number[]>

/** LayerNormalization joined ONNX in opset 17; IR version 8 goes with it. */
const OPSET = 17
const IR_VERSION = 8

/** Collects nodes and constants; names follow the order of the calls, so the same calls give the same bytes. */
export function createGraphBuilder() {
  const nodes: object[] = []
  const constants: object[] = []
  const constant = (name: string, dims: readonly number[], dataType: number, values: ArrayBufferView): Value => {
    const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    constants.push({ name, dims, dataType, rawData })
    return name
  }
  return {
    float: (name: string, shape: readonly number[], values: Float32Array) =>
      constant(name, shape, DataType.FLOAT, values),
    scalar: (value: number) => constant(`constant_${constants.length}`, [], DataType.FLOAT, Float32Array.of(value)),
    integers: (...values: number[]) =>
      constant(`constant_${constants.length}`, [values.length], DataType.INT64, BigInt64Array.from(values, BigInt)),
    /** Integer attributes become INT or INTS; `epsilon`, the only other kind in use, becomes FLOAT. */
    apply(opType: string, input: readonly Value[], attributes: Attributes = {}, output?: Value): Value {
      const name = `${opType}_${nodes.length}`
      const attribute = Object.entries(attributes).map(([key, value]) => toAttribute(key, value))
      nodes.push({ opType, name, input, output: [output ?? name], attribute })
      return output ?? name
    },
    /** The three outputs of DynamicQuantizeLinear: bytes, their scale and the byte that stands for zero. */
    quantise(input: Value): readonly [bytes: Value, scale: Value, zero: Value] {
      const name = `DynamicQuantizeLinear_${nodes.length}`
      const output = [`${name}_bytes`, `${name}_scale`, `${name}_zero`] as const
      nodes.push({ opType: 'DynamicQuantizeLinear', name, input: [input], output })
      return output
    },
    /** Signed bytes. */
    bytes: (name: string, shape: readonly number[], values: Int8Array) => constant(name, shape, DataType.INT8, values),
    byte: (value: number) => constant(`constant_${constants.length}`, [], DataType.UINT8, Uint8Array.of(value)),
    /** The graph as ONNX bytes. */
    encode(name: string, inputs: readonly Port[], outputs: readonly Port[]): Uint8Array {
      const graph = {
        name,
        node: nodes,
        initializer: constants,
        input: inputs.map(toValueInfo),
        output: outputs.map(toValueInfo),
      }
      const opsetImport = [{ domain: '', version: OPSET }]
      const model = onnx.ModelProto.create({ irVersion: IR_VERSION, opsetImport, producerName: 'quotewell', graph })
      return onnx.ModelProto.encode(model).finish()
    },
  }
}

function toAttribute(name: string, value: number | readonly number[]): object {
  if (typeof value !== 'number') return { name, type: AttributeType.INTS, ints: value }
  if (name === 'epsilon') return { name, type: AttributeType.FLOAT, f: value }
  return { name, type: AttributeType.INT, i: value }
}

function toValueInfo({ name, type, shape }: Port): object {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }))
  return { name, type: { tensorType: { elemType: DataType[type], shape: { dim } } } }
}
