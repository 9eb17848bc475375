import { resolve } from 'node:path'
import { DEFAULT_MODEL } from '../paths.ts'
import { type Progress, silent } from '../progress.ts'
import { SetupError } from '../setup-error.ts'
import { isExpectedBuild } from './identity.ts'
import { verifyModel } from './model-files.ts'

/**
 * Makes sure that the model folder is whole. The default one is built where it is missing, damaged or of an older
 * build; a folder that somebody else made (QUOTEWELL_MODEL) is never written to.
 * @returns its identity, as `verifyModel`
 * @throws SetupError if a folder of somebody else's is not whole
 */
export async function ensureModel(folder: string, progress: Progress = silent): Promise<string> {
  if (resolve(folder) !== resolve(DEFAULT_MODEL)) {
    return verifyModel(folder)
  }
  const identity = await verifyModel(folder).catch((error) => {
    if (error instanceof SetupError) return null
    throw error
  })
  if (identity !== null && isExpectedBuild(identity)) return identity
  progress.report('Building the model', 0, 1)
  // What builds it takes longer to load than a model that is there takes to check.
  const { buildModel } = await import('./build-model.ts')
  await buildModel(folder)
  progress.report('Building the model', 1, 1)
  return verifyModel(folder)
}
