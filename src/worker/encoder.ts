import { type BertShape, type LinearPlaces, layOutBert, type NormPlaces } from '../core/retrieval/bert-layout.ts'
import { roundUp } from '../core/retrieval/pack-matrix.ts'
import type { Kernel } from './kernel.ts'

/** Rows of products come in fours. */
const ROWS = 4

/** The states of a text's tokens after the last layer, one after the other. */
export type Encode = (ids: readonly number[]) => Float32Array

/**
 * A BERT encoder over a model that lies in the kernel's memory. One text at a time: its buffers are shared.
 * @param model address of the model, laid out as `layOutBert` says
 */
export function createEncoder(kernel: Kernel, shape: BertShape, model: number): Encode {
  const { width, inner, places, epsilon } = shape
  const layout = layOutBert(shape)
  const floats = (columns: number) => kernel.reserve(places * columns * 4)
  const ids = kernel.reserve(places * 4)
  const scores = kernel.reserve(places * 4)
  const integers = kernel.reserve(places * Math.max(width, inner) * 2)
  const [states, attended, queries, keys, values, mixed] = [0, 0, 0, 0, 0, 0].map(() => floats(width)) as Six
  const hidden = floats(inner)

  const multiply = (
    { weights, scales, biases, inputs, outputs }: LinearPlaces,
    scale: number,
    to: number,
    n: number,
  ) => {
    kernel.multiply(integers, model + weights.offset, to, roundUp(n, ROWS), inputs, outputs)
    kernel.finish(to, n, outputs, scale, model + scales.offset, model + biases.offset)
  }
  const linear = (from: number, matrix: LinearPlaces, to: number, n: number) =>
    multiply(matrix, kernel.quantise(from, n * matrix.inputs, integers), to, n)
  const normalise = (at: number, others: number, { gains, biases }: NormPlaces, n: number) =>
    kernel.normalise(at, others, n, width, model + gains.offset, model + biases.offset, epsilon)

  return (given) => {
    const n = given.length
    if (n > places) throw new RangeError(`${n} tokens are more than the ${places} that the model reads.`)
    new Int32Array(kernel.memory.buffer, ids, n).set(given)
    const { words, wordScales, segment } = layout
    const at = (tensor: { readonly offset: number }) => model + tensor.offset
    kernel.lookUp(ids, n, width, at(words), at(wordScales), at(layout.places), at(segment), states)
    normalise(states, 0, layout.embedded, n)
    for (const layer of layout.layers) {
      const scale = kernel.quantise(states, n * width, integers)
      multiply(layer.query, scale, queries, n)
      multiply(layer.key, scale, keys, n)
      multiply(layer.value, scale, values, n)
      kernel.attend(queries, keys, values, scores, mixed, n, width)
      linear(mixed, layer.output, attended, n)
      normalise(attended, states, layer.attended, n)
      linear(attended, layer.widen, hidden, n)
      kernel.gelu(hidden, n * inner)
      linear(hidden, layer.narrow, states, n)
      normalise(states, attended, layer.narrowed, n)
    }
    return new Float32Array(kernel.memory.buffer, states, n * width).slice()
  }
}

type Six = [number, number, number, number, number, number]
