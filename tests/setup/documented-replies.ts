/**
 * Holds what servers under test reply over the network to the OpenAPI document, as `testApp` does without a network.
 * The document is only loaded by tests that call one.
 */
const { fetch: send } = globalThis

const DOCUMENTED = /^\/(?:api|v1|sources)\/|^\/openapi\.json$/

globalThis.fetch = async (input, init) => {
  const response = await send(input, init)
  const { hostname, pathname } = new URL(input instanceof Request ? input.url : input)
  const isOther = hostname !== '127.0.0.1' || response.headers.get('server') === 'another'
  if (isOther || !DOCUMENTED.test(pathname)) return response
  const { expectDocumented } = await import('../http/conformance.ts')
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  return expectDocumented(method, pathname, response)
}
