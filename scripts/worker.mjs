// Serves the Worker locally, in workerd, with whatever `npm run worker:build` has made.
// usage: npm run worker [-- --port N] [-- --rate-limit]    port 8787; 0 takes any free one
//        --rate-limit counts questions as wrangler.toml says; here all of them come from one address
import { parseArgs } from 'node:util'
import { serveWorker } from './worker-dev.mjs'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8787' }, 'rate-limit': { type: 'boolean', default: false } },
})
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port ${values.port}: must be a whole number from 0 to 65535; 0 takes any free port.`)
  process.exit(1)
}
const worker = await serveWorker({
  port,
  rateLimit: values['rate-limit'],
  onOutbound: (url) => console.error(`The Worker tried to fetch ${url}`),
}).catch((error) => {
  const isTaken = error.code === 'ERR_RUNTIME_FAILURE' || /EADDRINUSE|in use/i.test(error.message)
  console.error(isTaken ? `--port ${port}: workerd could not listen there. Take a free one, or 0 for any.` : error)
  process.exit(1)
})
console.log(`Quotewell listens on ${worker.url}, in workerd`)
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => void worker.stop().then(() => process.exit(0)))
}
