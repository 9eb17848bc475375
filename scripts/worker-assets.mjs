import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCorpus } from '../dist/node/corpus-files.js'
import { loadIndex } from '../dist/node/index-store.js'
import { packModel } from '../dist/node/model/pack-model.js'
import { openParts } from '../dist/node/open-engine.js'
import { createProgress } from '../dist/node/progress.js'
import { readSettings } from '../dist/node/settings.js'
import { writeBundle } from '../dist/node/write-bundle.js'

const root = fileURLToPath(new URL('..', import.meta.url))
export const ASSETS = join(root, 'dist/worker-assets')
/** Pages of other sites load the widget, the page at `/embed` its script; nothing else in the folder is for anybody but the Worker. */
const HEADERS = '/widget.js\n  Cross-Origin-Resource-Policy: cross-origin\n  X-Content-Type-Options: nosniff\n'

/**
 * Writes the folder of static assets that the Worker is deployed with: model, index, wordings, and the widget where it
 * is built. The model and the index are built first where they are missing or stale.
 * @returns sizes in bytes by the path of each asset
 */
export async function buildAssets() {
  const settings = readSettings(process.env)
  const { embedder, wordings } = await openParts(settings, createProgress())
  const { modelHash } = embedder
  const { hash: corpusHash } = await readCorpus(settings.corpus)
  const index = await loadIndex(settings.index, { modelHash, corpusHash })
  const model = await packModel(settings.model)
  rmSync(ASSETS, { recursive: true, force: true })
  mkdirSync(ASSETS, { recursive: true })
  await writeBundle(ASSETS, {
    modelFolder: settings.model,
    modelHash,
    model,
    index,
    indexFolder: settings.index,
    wordings,
  })
  for (const name of ['widget.js', 'embed.js']) {
    const script = join(root, 'dist/widget', name)
    if (existsSync(script)) copyFileSync(script, join(ASSETS, name))
  }
  writeFileSync(join(ASSETS, '_headers'), HEADERS)
  const files = readdirSync(ASSETS, { recursive: true }).filter((name) => name !== '_headers')
  const sizes = files.map((name) => [name, statSync(join(ASSETS, name))])
  return Object.fromEntries(sizes.filter(([, stat]) => stat.isFile()).map(([name, { size }]) => [name, size]))
}
