// The bundled Worker in workerd on this machine, as wrangler.toml has it. Nothing is fetched from anywhere and the
// Worker's own requests are refused, so it also shows that the Worker makes none.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'

const root = fileURLToPath(new URL('..', import.meta.url))
export const BUNDLE = join(root, 'dist/worker-bundle')

/**
 * @param options `port` (0: any free one), `rateLimit: false` to count nothing, `onOutbound(url)` is told of each
 *   request that the Worker tried to make
 * @returns `{url, miniflare, stop}`
 */
export async function serveWorker({ port = 0, rateLimit = true, onOutbound = () => {} } = {}) {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.toml'))
  const modules = readdirSync(BUNDLE)
    .filter((name) => /\.(js|wasm)$/.test(name))
    .sort((name) => (name.endsWith('.js') ? -1 : 1))
  const miniflare = new Miniflare({
    ...workerOptions,
    ratelimits: rateLimit ? workerOptions.ratelimits : {},
    rootPath: BUNDLE,
    modulesRoot: BUNDLE,
    modules: modules.map((name) => ({
      type: name.endsWith('.js') ? 'ESModule' : 'CompiledWasm',
      path: name,
      contents: readFileSync(join(BUNDLE, name)),
    })),
    host: '127.0.0.1',
    port,
    cf: false,
    outboundService: (request) => {
      onOutbound(request.url)
      return new Response('No request leaves the Worker.', { status: 403 })
    },
  })
  const url = await miniflare.ready
  return { url: url.origin, miniflare, stop: () => miniflare.dispose() }
}
