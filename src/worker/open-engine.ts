import { createEngine } from '../core/answer/engine.ts'
import type { Engine } from '../core/answer/reply.ts'
import type { Embedder, VectorIndex } from '../core/ports.ts'
import type { Corpus } from '../core/retrieval/corpus-rows.ts'
import { loadLexicalIndex, type StoredLexicalIndex } from '../core/retrieval/lexical-index.ts'
import { type Assets, type Bundle, openBundle } from './bundle.ts'
import { createKernelEmbedder } from './embedder.ts'
import { createEncoder } from './encoder.ts'
import { type CompiledKernel, type Kernel, openKernel } from './kernel.ts'
import { createKernelIndex } from './kernel-index.ts'
import { createKernelMultiplier } from './multiplier.ts'
import { openWordPieces } from './tokenizer.ts'

/**
 * All that an answer needs, from static assets.
 * @param module the compiled kernel
 * @throws BundleError
 */
export async function openEngine(assets: Assets, module: CompiledKernel): Promise<Engine> {
  const bundle = await openBundle(assets)
  const kernel = await openKernel(module)
  const embedder = await loadEmbedder(bundle, kernel)
  const { dimensions } = embedder
  const floats = async (file: `${string}.f32` & Parameters<Bundle['read']>[0]) =>
    new Float32Array(await bundle.read(file))
  return createEngine({
    embedder,
    multiplier: createKernelMultiplier(kernel, dimensions),
    // One after the other: what is read stays where it is read to, and nothing is in memory twice.
    corpus: (await bundle.readJson('corpus.json')) as Corpus,
    lexical: loadLexicalIndex((await bundle.readJson('lexical.json')) as StoredLexicalIndex),
    vectors: await loadIndex(bundle, kernel, dimensions),
    passages: await floats('passages.f32'),
    wordings: await floats('wordings.f32'),
    tokens: {
      dimensions,
      bytes: new Uint8Array(await bundle.read('tokens.u8')),
      scales: await floats('scales.f32'),
      starts: new Uint32Array(await bundle.read('starts.u32')),
      frequencies: new Uint32Array(await bundle.read('frequencies.u32')),
    },
  })
}

function loadIndex(bundle: Bundle, kernel: Kernel, dimensions: number): Promise<VectorIndex> {
  return createKernelIndex(kernel, bundle.sizeOf('rows.u8') / dimensions, dimensions, async ({ bytes, scales }) => {
    await bundle.readInto('rows.u8', bytes)
    await bundle.readInto('row-scales.f32', scales)
  })
}

/** The model's bytes go straight to where the kernel reads them. */
export async function loadEmbedder(bundle: Bundle, kernel: Kernel): Promise<Embedder> {
  const { hash, shape } = bundle.manifest.model
  const size = bundle.sizeOf('model')
  const model = kernel.reserve(size)
  await bundle.readInto('model', kernel.view(model, size))
  const config = (await bundle.readJson('tokenizer_config.json')) as object
  return createKernelEmbedder({
    modelHash: hash,
    dimensions: shape.width,
    places: shape.places,
    pieces: openWordPieces(await bundle.readJson('tokenizer.json'), config),
    encode: createEncoder(kernel, shape, model),
  })
}
