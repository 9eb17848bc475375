import { z } from 'zod'
import { roundUp } from './pack-matrix.ts'

/** The sizes of a BERT encoder with 8-bit weights. */
export const bertShape = z.object({
  width: z.int().multipleOf(32),
  inner: z.int().multipleOf(32),
  layers: z.int().positive(),
  /** Word-pieces in the vocabulary. */
  pieces: z.int().positive(),
  /** Tokens that a text has at most, the two special ones included. */
  places: z.int().multipleOf(4),
  /** Added to a variance before its root is taken. */
  epsilon: z.number().positive(),
})

export type BertShape = z.infer<typeof bertShape>

/** Numbers that an attention head has of each token: the only size that the kernel reads. */
export const HEAD_WIDTH = 32

interface TensorPlace {
  /** As in the model's files. */
  readonly name: string
  readonly kind: 'float32' | 'bytes' | 'packed'
  /** From the beginning of the model, a multiple of 16. */
  readonly offset: number
  /** Numbers that are taken of it; the model may hold more. */
  readonly count: number
}

export interface LinearPlaces {
  readonly weights: TensorPlace
  readonly scales: TensorPlace
  readonly biases: TensorPlace
  readonly inputs: number
  readonly outputs: number
}

export interface NormPlaces {
  readonly gains: TensorPlace
  readonly biases: TensorPlace
}

export interface LayerPlaces {
  readonly query: LinearPlaces
  readonly key: LinearPlaces
  readonly value: LinearPlaces
  readonly output: LinearPlaces
  readonly widen: LinearPlaces
  readonly narrow: LinearPlaces
  readonly attended: NormPlaces
  readonly narrowed: NormPlaces
}

export interface BertLayout {
  readonly words: TensorPlace
  readonly wordScales: TensorPlace
  readonly places: TensorPlace
  readonly segment: TensorPlace
  readonly embedded: NormPlaces
  readonly layers: readonly LayerPlaces[]
  /** All of the above. */
  readonly tensors: readonly TensorPlace[]
  /** In bytes. */
  readonly size: number
}

/** Where each tensor stands in a model that lies in memory as one piece. */
export function layOutBert({ width, inner, layers, pieces, places }: BertShape): BertLayout {
  const tensors: TensorPlace[] = []
  let size = 0
  const place = (kind: TensorPlace['kind'], name: string, count: number): TensorPlace => {
    const tensor = { name, kind, offset: size, count }
    tensors.push(tensor)
    size = roundUp(size + count * (kind === 'float32' ? 4 : 1), 16)
    return tensor
  }
  const linear = (name: string, inputs: number, outputs: number): LinearPlaces => ({
    weights: place('packed', `${name}.weight`, inputs * outputs),
    scales: place('float32', `${name}.weight.scales`, outputs),
    biases: place('float32', `${name}.bias`, outputs),
    inputs,
    outputs,
  })
  const norm = (name: string): NormPlaces => ({
    gains: place('float32', `${name}.weight`, width),
    biases: place('float32', `${name}.bias`, width),
  })
  const layer = (name: string): LayerPlaces => ({
    query: linear(`${name}.attention.self.query`, width, width),
    key: linear(`${name}.attention.self.key`, width, width),
    value: linear(`${name}.attention.self.value`, width, width),
    output: linear(`${name}.attention.output.dense`, width, width),
    attended: norm(`${name}.attention.output.LayerNorm`),
    widen: linear(`${name}.intermediate.dense`, width, inner),
    narrow: linear(`${name}.output.dense`, inner, width),
    narrowed: norm(`${name}.output.LayerNorm`),
  })
  const table = (kind: string) => `embeddings.${kind}_embeddings.weight`
  const parts = {
    words: place('bytes', table('word'), pieces * width),
    wordScales: place('float32', `${table('word')}.scales`, pieces),
    places: place('float32', table('position'), places * width),
    segment: place('float32', table('token_type'), width),
    embedded: norm('embeddings.LayerNorm'),
    layers: Array.from({ length: layers }, (_, at) => layer(`encoder.layer.${at}`)),
  }
  return { ...parts, tensors, size }
}
