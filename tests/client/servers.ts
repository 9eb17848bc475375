/** Servers that a client meets. Each is stopped when the test has finished. */
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import type { RequestRecord } from '../../src/http/request-record.ts'
import { createLog } from '../../src/node/log.ts'
import { startServer } from '../../src/node/server.ts'
import { readSettings } from '../../src/node/settings.ts'
import { createEngine } from '../http/harness.ts'

/** The real server over an engine that finds words. */
export async function realServer(variables: Record<string, string> = {}, engine: Engine = createEngine()) {
  const records: RequestRecord[] = []
  const log = { ...createLog('silent'), request: (record: RequestRecord) => void records.push(record) }
  const server = await startServer(readSettings({ PORT: '0', ...variables }), Promise.resolve(engine), { log })
  // Not waited for: `fetch` may have opened a connection ahead, which the server leaves to its timeout.
  onTestFinished(() => void server.stop())
  return { baseUrl: server.url, records }
}

/** What is not Quotewell: a proxy, another site, a broken server. It says so, for the OpenAPI document doesn't bind it. */
export async function otherServer(listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('Server', 'another')
    listener(request, response)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
