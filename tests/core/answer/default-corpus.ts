import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineParts } from '../../../src/core/answer/engine.ts'
import { openParts } from '../../../src/node/open-engine.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { silent } from '../../../src/node/progress.ts'

/** Whatever an index is made by; an index tells changes of corpus and model itself. */
const MAKERS = ['src/core/ingest', 'src/core/retrieval', 'src/node']

/** Long enough to embed the whole corpus on a busy machine. */
export const BUILD_PATIENCE = 300_000

/**
 * The real parts over the default corpus. The index is kept between runs until anything that it is made of changes.
 * @param user names the calling test file, so that no two files build in the same folder at once
 */
export async function openDefaultCorpus(user: string): Promise<EngineParts> {
  const folder = join('node_modules/.cache/quotewell', user)
  const version = await hashMakers()
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    if (name !== version) await rm(join(folder, name), { recursive: true, force: true })
  }
  return openParts({ corpus: 'corpus', index: join(folder, version), model: DEFAULT_MODEL }, silent)
}

async function hashMakers(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of MAKERS) {
    const names = await readdir(folder, { recursive: true, encoding: 'utf8' })
    for (const name of names.filter((one) => one.endsWith('.ts')).sort())
      hash.update(await readFile(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
