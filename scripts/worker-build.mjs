// Makes what `wrangler deploy` deploys (assets in dist/worker-assets, script in dist/worker-bundle), prints the sizes
// and fails where one is over a limit of Cloudflare's. usage: npm run worker:build
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildAssets } from './worker-assets.mjs'
import { BUNDLE } from './worker-dev.mjs'
import { buildKernel } from './worker-kernel.mjs'

/** developers.cloudflare.com/workers/platform/limits, in bytes. */
const LIMITS = { asset: 25 * 1024 * 1024, free: 3 * 1024 * 1024, paid: 10 * 1024 * 1024 }
/** Of an isolate, in MB. */
const MEMORY = 128
/** What it holds beside the assets, in MB, after hundreds of questions: `npm run bench -- worker`. */
const PROGRAM = 51
const root = fileURLToPath(new URL('..', import.meta.url))

const assets = await buildAssets()
await buildKernel()
rmSync(BUNDLE, { recursive: true, force: true })
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
const options = ['deploy', '--dry-run', '--env=', '--outdir', BUNDLE]
// Neither a look for newer versions nor usage figures: a build asks nobody.
const env = { ...process.env, WRANGLER_HIDE_BANNER: 'true', WRANGLER_SEND_METRICS: 'false' }
const built = spawnSync(process.execPath, [wrangler, ...options], { cwd: root, env, encoding: 'utf8' })
if (built.status !== 0) throw new Error(`wrangler could not bundle the Worker:\n${built.stdout}${built.stderr}`)

const script = readdirSync(BUNDLE).filter((name) => /\.(js|wasm)$/.test(name))
const compressed = script.reduce((sum, name) => sum + gzipSync(readFileSync(join(BUNDLE, name))).length, 0)
const total = Object.values(assets).reduce((sum, size) => sum + size, 0)
const [largest, size] = Object.entries(assets).sort(([, a], [, b]) => b - a)[0]
const mb = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`
console.log(`Script: ${mb(compressed)} gzip; ${mb(LIMITS.free)} on the free plan, ${mb(LIMITS.paid)} on the paid one`)
console.log(`Assets: ${Object.keys(assets).length}, ${mb(total)} in all`)
console.log(`Largest asset: ${mb(size)} (${largest}); ${mb(LIMITS.asset)} allowed`)
console.log(`Memory: about ${Math.round(total / 1e6 + PROGRAM)} MB of ${MEMORY} MB`)
if (total / 1e6 + PROGRAM > MEMORY)
  throw new Error('The index is too large for a Worker. Leave sources out, or use a server.')
if (compressed > LIMITS.paid) throw new Error('The script is too large for any plan.')
if (size > LIMITS.asset) throw new Error(`${largest} is too large for a static asset.`)
if (compressed > LIMITS.free) console.log('The script is too large for the free plan.')
