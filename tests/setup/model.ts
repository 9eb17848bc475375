import { ensureModel } from '../../src/node/model/ensure-model.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'

/** Tests run the real model; built once, before any of them. */
export default () => ensureModel(DEFAULT_MODEL)
