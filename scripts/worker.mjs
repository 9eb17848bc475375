// usage: npm run worker [-- --port N]    serves the Worker locally, in workerd (port 8787; 0 takes any free one)
import { parseArgs } from 'node:util'
import { serveWorker } from './worker-dev.mjs'

const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' } } })
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port ${values.port}: must be a whole number from 0 to 65535; 0 takes any free port.`)
  process.exit(1)
}
const worker = await serveWorker({ port, onOutbound: (url) => console.error(`The Worker tried to fetch ${url}`) })
console.log(`Quotewell listens on ${worker.url}, in workerd`)
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => void worker.stop().then(() => process.exit(0)))
}
