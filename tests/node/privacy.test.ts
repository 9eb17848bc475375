import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compileProgram, runProgram, startProgram } from './run-program.ts'
import { smallCorpus } from './small-corpus.ts'
import { useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()

/** Stands wherever a reader, or a page that sends a reader here, could have written. */
const MARKER = 'zqxrosalindqxz'
const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

let corpus: { QUOTEWELL_CORPUS: string; QUOTEWELL_INDEX: string }

beforeAll(async () => {
  await compileProgram()
  corpus = { QUOTEWELL_CORPUS: await folder(smallCorpus), QUOTEWELL_INDEX: await folder() }
  await runProgram(['index'], corpus)
})

test.each(['info', 'error'])('no word of a reader is in the output or in a file, QUOTEWELL_LOG=%s', async (level) => {
  const [home, temp] = [await folder(), await folder()]
  const variables = { ...corpus, QUOTEWELL_LOG: level, QUOTEWELL_RATE_LIMIT: '40', TMPDIR: temp, HOME: home }
  const server = await startProgram(variables, home)
  const statuses = new Set<number>()
  for (const send of everyWay(server.url)) statuses.add(await send())
  // Over the limit, too.
  for (let i = 0; i < 40; i++) statuses.add(await send(server.url, 'POST', '/api/chat', JSON_TYPE, chat(MARKER)))
  await hangUp(server.url)
  await speakNonsense(server.url)
  server.kill('SIGTERM')
  await server.ended

  expect([...statuses].sort()).toEqual([200, 204, 400, 404, 405, 413, 415, 422, 429])
  const output = server.stdout() + server.stderr()
  expectNoMarker(output)
  for (const place of [home, temp, corpus.QUOTEWELL_CORPUS, corpus.QUOTEWELL_INDEX])
    expectNoMarker(await readAll(place))
  expect(await readdir(home)).toEqual([])
  expect(await readdir(temp)).toEqual([])

  const lines = server
    .stderr()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const routes = new Set(lines.map(({ route }) => route))
  if (level === 'info')
    expect([...routes]).toEqual(expect.arrayContaining(['/api/chat', '/api/search', '/sources/:id', '/', 'none']))
  else expect(lines).toEqual([])
})

test('an error that nothing catches ends the server with 1, and its words are not told', async () => {
  const throwing = `process.on('SIGUSR2', () => { throw new RangeError('${MARKER}') })`
  const preload = join(await folder({ 'throw.mjs': throwing }), 'throw.mjs')
  const server = await startProgram({ ...corpus, NODE_OPTIONS: `--import=${preload}` })
  server.kill('SIGUSR2')
  expect(await server.ended).toEqual({ code: 1, signal: null })
  expectNoMarker(server.stderr())
  expect(JSON.parse(server.stderr())).toMatchObject({ msg: 'unexpected error', error: 'RangeError' })
})

const chat = (message: string) => JSON.stringify({ message })

/** Every address with the marker in every part of a request, right and wrong. */
function everyWay(url: string): (() => Promise<number>)[] {
  const posts: [path: string, headers: Record<string, string>, body: string][] = ['/api/chat', '/api/search'].flatMap(
    (path) => {
      const field = path === '/api/chat' ? 'message' : 'query'
      const bodies = [
        { [field]: `Do bones grow? ${MARKER}` },
        { [field]: MARKER.repeat(200) },
        { [field]: `${MARKER}\0` },
        { [field]: 'Do bones grow?', [MARKER]: MARKER },
        { [field]: [MARKER] },
        { [field]: 'And why?', history: [{ role: 'user', content: MARKER }] },
        { [field]: 'And why?', history: [{ role: MARKER, content: MARKER }], country: MARKER, maxQuotes: MARKER },
      ].map((body) => JSON.stringify(body))
      const broken = [MARKER, `{"${field}": "${MARKER}`, `{"${MARKER}`, MARKER.repeat(50_000)]
      return [
        ...[...bodies, ...broken].map((body): [string, Record<string, string>, string] => [path, JSON_TYPE, body]),
        [path, { 'content-type': `text/${MARKER}` }, MARKER],
      ]
    },
  )
  return [
    ...posts.map(
      ([path, headers, body]) =>
        () =>
          send(url, 'POST', path, headers, body),
    ),
    ...[
      `message=${MARKER}`,
      `message=&${MARKER}=1`,
      `message=${MARKER}%00`,
      `message=${MARKER.repeat(200)}`,
      `__proto__=${MARKER}`,
    ].map((body) => () => send(url, 'POST', `/?${MARKER}`, FORM_TYPE, body)),
    ...[
      `/?message=${MARKER}`,
      `/${MARKER}`,
      `/${MARKER}/%E0%A4%A`,
      `/api/chat?message=${MARKER}`,
      `/api/sources/${MARKER}`,
      `/api/sources?${MARKER}`,
      `/sources/${MARKER}`,
      `/sources/bone?start=${MARKER}&end=${MARKER}`,
      `/api/health?${MARKER}`,
      `/api/ready?${MARKER}`,
      `/openapi.json?${MARKER}`,
      `/page.css?${MARKER}`,
    ].map((path) => () => send(url, 'GET', path, {})),
    () => send(url, 'PUT', `/api/chat/${MARKER}`, {}, MARKER),
    () => send(url, 'OPTIONS', `/api/chat?${MARKER}`, { 'access-control-request-headers': MARKER }),
    () => send(url, 'GET', '/', { host: `${MARKER} ${MARKER}` }),
  ]
}

/** With the marker in the headers that callers fill in. */
async function send(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<number> {
  const marked = {
    'user-agent': MARKER,
    referer: `https://${MARKER}.example/${MARKER}`,
    origin: `https://${MARKER}.example`,
    cookie: `a=${MARKER}`,
    'x-request-id': MARKER,
    'x-forwarded-for': MARKER,
  }
  // Not `fetch`, which would not send such paths and headers as they are.
  for (;;) {
    const sent = request(url, { method, path, agent: false, headers: { ...marked, ...headers } }).end(body)
    // A body over the limit is not read to its end: the connection may break on the rest of it, even before the reply is
    // seen.
    sent.on('error', () => {})
    const [response] = await once(sent, 'response').catch(() => [null])
    if (!response) continue
    response.resume()
    return response.statusCode
  }
}

/** Goes away in the middle of a message. */
async function hangUp(url: string): Promise<void> {
  const { hostname, port } = new URL(url)
  for (const length of [`content-length: ${MARKER.length + 9}`, 'transfer-encoding: chunked']) {
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.write(
      `POST /api/chat?${MARKER} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${length}\r\n\r\nE\r\n${MARKER}`,
    )
    // A health check that is answered after it shows that the server has read it.
    await fetch(`${url}/api/health`)
    socket.destroy()
    await once(socket, 'close')
  }
  await fetch(`${url}/api/health`)
}

/** What is no HTTP at all. */
async function speakNonsense(url: string): Promise<void> {
  const { hostname, port } = new URL(url)
  for (const words of [`${MARKER}\r\n\r\n`, `GET / HTTP/1.1\r\n${MARKER}\r\n\r\n`, `GET /${MARKER} HTTP/9\r\n\r\n`]) {
    const socket = connect(Number(port), hostname)
    socket.end(words)
    const [reply] = await once(socket, 'data')
    expect(String(reply)).toMatch(/^HTTP\/1\.1 400 /)
    expectNoMarker(String(reply))
    socket.destroy()
  }
}

function expectNoMarker(text: string): void {
  expect(text.toLowerCase()).not.toContain(MARKER)
}

async function readAll(place: string): Promise<string> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))).join('\n')
}
