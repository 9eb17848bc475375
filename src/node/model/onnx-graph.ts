import onnxProto from 'onnx-proto'

const { onnx } = onnxProto
const { DataType } = onnx.TensorProto
const { AttributeType } = onnx.AttributeProto

/** The name of a tensor in the graph. */
export type Value = string
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
    /** The graph as ONNX bytes; inputs are int64 `[batch, sequence]`, the output float `[batch, sequence, width]`. */
    encode(name: string, inputs: readonly Value[], output: Value, width: number): Uint8Array {
      const graph = {
        name,
        node: nodes,
        initializer: constants,
        input: inputs.map((input) => port(input, DataType.INT64)),
        output: [port(output, DataType.FLOAT, width)],
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

function port(name: Value, elemType: number, width?: number): object {
  const dim: object[] = [{ dimParam: 'batch' }, { dimParam: 'sequence' }]
  if (width !== undefined) dim.push({ dimValue: width })
  return { name, type: { tensorType: { elemType, shape: { dim } } } }
}
