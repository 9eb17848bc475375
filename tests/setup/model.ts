import { ensureModel } from '../../src/node/model/ensure-model.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { silent } from '../../src/node/progress.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { loadWordingVectors } from '../../src/node/wording-vectors.ts'

/** Tests run the real model and the real safety wordings; built once, before any of them. */
export default async () => {
  await ensureModel(DEFAULT_MODEL)
  await loadWordingVectors(await loadEmbedder(DEFAULT_MODEL), silent)
}
