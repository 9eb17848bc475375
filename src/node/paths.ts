import { fileURLToPath } from 'node:url'

/** The folder of package.json, from `src/node` and `dist/node` alike. */
const root = new URL('../../', import.meta.url)

/** Where the model is built when QUOTEWELL_MODEL is not set. */
export const DEFAULT_MODEL = fileURLToPath(new URL('models/all-MiniLM-L6-v2', root))

export const PACKAGE = fileURLToPath(new URL('package.json', root))
