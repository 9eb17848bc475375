import { beforeAll, describe, expect, test, vi } from 'vitest'
import { loadKernelModule } from '../../scripts/worker-kernel.mjs'
import { BUNDLE_FILES, BUNDLE_MANIFEST, type BundleFile, type BundleManifest } from '../../src/core/bundle.ts'
import { chatReply } from '../../src/http/schemas/chat-reply.ts'
import { problemDetails } from '../../src/http/schemas/problem.ts'
import type { Assets } from '../../src/worker/bundle.ts'
import { createHandler } from '../../src/worker/handler.ts'
import type { CompiledKernel } from '../../src/worker/kernel.ts'
import type { Env } from '../../src/worker/settings.ts'
import { useTempFolders } from '../node/temp-folders.ts'
import { assetsOf, type Change, readManifest, writeSmallBundle } from './small-bundle.ts'

const QUESTION = 'Until what age do bones grow?'
const SECRET = 'zebrafinch'

const makeFolder = useTempFolders()
let folder: string
let kernel: CompiledKernel
let manifest: BundleManifest
beforeAll(async () => {
  kernel = await loadKernelModule()
  folder = await writeSmallBundle(makeFolder)
  manifest = await readManifest(folder)
})

/** A Worker of its own, its log, and what it does after its replies. */
function startWorker(env: Omit<Env, 'ASSETS'> & { readonly ASSETS?: Assets } = {}) {
  const handler = createHandler(kernel)
  const lines: string[] = []
  const background: Promise<unknown>[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
  const fetch = (path: string, init?: RequestInit) =>
    handler.fetch(
      new Request(`https://chat.example${path}`, init),
      { ASSETS: assetsOf(folder), ...env },
      { waitUntil: (work) => void background.push(work) },
    )
  const ask = (message: string) =>
    fetch('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'CF-Connecting-IP': '2001:db8:1:2:3::4' },
      body: JSON.stringify({ message }),
    })
  return { fetch, ask, lines, settle: () => Promise.all(background), begun: () => background.length }
}

const pathOf = (file: BundleFile) => manifest.files[file][0]?.path as string

async function expectNotReady(reply: Response) {
  expect(reply.status).toBe(503)
  expect(reply.headers.get('Retry-After')).toBe('5')
  expect(problemDetails.parse(await reply.json()).type).toBe('/problems/not-ready')
}

test('questions during the start share one loading, wait for it and are answered; readiness is told at once', async () => {
  const worker = startWorker()
  const asked = [worker.ask(QUESTION), worker.ask('What does the heart do?')]
  await expectNotReady(await worker.fetch('/api/ready'))
  for (const reply of await Promise.all(asked)) expect(chatReply.parse(await reply.json()).status).toBe('answered')
  expect(worker.begun()).toBe(1)
  expect((await worker.fetch('/api/ready')).status).toBe(200)
})

test('a question that is asked after the client of the first one has gone is answered', async () => {
  const worker = startWorker()
  await worker.fetch('/api/health')
  await worker.settle()
  const { quotes } = chatReply.parse(await (await worker.ask(QUESTION)).json())
  expect(quotes[0]?.text).toBe('Bones grow until about the age of 20.')
})

describe('assets that are not whole', () => {
  const faults: [string, () => Record<string, Change>, string][] = [
    ['no manifest', () => ({ [BUNDLE_MANIFEST]: () => null }), `The asset ${BUNDLE_MANIFEST} is missing (HTTP 404).`],
    [
      'a manifest cut off',
      () => ({ [BUNDLE_MANIFEST]: (bytes) => bytes.subarray(0, 100) }),
      `The asset ${BUNDLE_MANIFEST} is not one of this version.`,
    ],
    [
      'a manifest of another version',
      () => ({ [BUNDLE_MANIFEST]: () => Buffer.from(JSON.stringify({ ...manifest, version: manifest.version + 1 })) }),
      `The asset ${BUNDLE_MANIFEST} is not one of this version.`,
    ],
    [
      'an index of another model',
      () => changedManifest({ index: { ...manifest.index, modelHash: '0'.repeat(64) } }),
      'The index was made with another model.',
    ],
    [
      'wordings of another model',
      () => changedManifest({ wordings: { ...manifest.wordings, modelHash: '0'.repeat(64) } }),
      'The wordings were read by another model.',
    ],
    [
      'other wordings',
      () => changedManifest({ wordings: { ...manifest.wordings, hash: '0'.repeat(64) } }),
      'The safety wordings of the assets are not those of the program.',
    ],
  ]
  const changedManifest = (change: Partial<BundleManifest>) => ({
    [BUNDLE_MANIFEST]: () => Buffer.from(JSON.stringify({ ...manifest, ...change })),
  })

  async function expectRefused(changes: Record<string, Change>, message: string) {
    const worker = startWorker({ ASSETS: assetsOf(folder, changes) })
    await expectNotReady(await worker.ask(`${QUESTION} ${SECRET}`))
    await expectNotReady(await worker.fetch('/api/ready'))
    await worker.settle()
    expect(worker.lines).toHaveLength(1)
    expect(JSON.parse(worker.lines[0] as string)).toMatchObject({
      level: 'error',
      msg: `${message} Run \`npm run worker:build\` and deploy again.`,
    })
    expect(worker.lines.join()).not.toContain(SECRET)
  }

  test.each(faults)('%s', async (_, changes, message) => expectRefused(changes(), message))

  test.each(BUNDLE_FILES)('%s is missing', async (file) => {
    await expectRefused({ [pathOf(file)]: () => null }, `The asset ${pathOf(file)} is missing (HTTP 404).`)
  })

  const tears: [string, Change][] = [
    ['one byte other', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)])],
    ['a byte short', (bytes) => bytes.subarray(0, -1)],
    ['a byte long', (bytes) => Buffer.concat([bytes, Buffer.of(0)])],
    ['empty', () => Buffer.alloc(0)],
  ]
  test.each(tears)('%s', async (_, change) => {
    for (const file of ['model', 'corpus.json', 'tokens.u8'] as const) {
      await expectRefused({ [pathOf(file)]: change }, `The asset ${pathOf(file)} is not the one that was built.`)
    }
  })

  test('who tells an emergency gets the numbers to call all the same', async () => {
    const worker = startWorker({ ASSETS: assetsOf(folder, { [BUNDLE_MANIFEST]: () => null }) })
    const reply = chatReply.parse(await (await worker.ask("I can't breathe and my lips are blue")).json())
    expect(reply.status).toBe('safety')
  })
})

test('a variable that can not be read is told by name, and nothing is answered', async () => {
  const worker = startWorker({ QUOTEWELL_ALLOWED_ORIGINS: 'example.org' })
  await expectNotReady(await worker.ask(QUESTION))
  expect(JSON.parse(worker.lines[0] as string).msg).toMatch(/^QUOTEWELL_ALLOWED_ORIGINS="example.org": must be/)
})

test('over the limit that the host counts a question gets 429, told apart by network; reading is not counted', async () => {
  const keys: string[] = []
  const counter = {
    async limit({ key }: { readonly key: string }) {
      keys.push(key)
      return { success: keys.length < 2 }
    },
  }
  const worker = startWorker({ RATE_LIMITER: counter })
  expect((await worker.ask(QUESTION)).status).toBe(200)
  const refused = await worker.ask(QUESTION)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('Retry-After')).toBe('60')
  expect(problemDetails.parse(await refused.json()).type).toBe('/problems/too-many-requests')
  expect((await worker.fetch('/api/sources')).status).toBe(200)
  expect(keys).toEqual(['2001:db8:1:2::/64', '2001:db8:1:2::/64'])
})

test('with QUOTEWELL_LOG=info each request is a line, and none holds a word of the reader or an address', async () => {
  const worker = startWorker({ QUOTEWELL_LOG: 'info' })
  await worker.ask(`${QUESTION} ${SECRET}`)
  await worker.fetch(`/api/sources/${SECRET}?q=${SECRET}`)
  expect(worker.lines.map((line) => JSON.parse(line).route)).toEqual(['/api/chat', '/api/sources/:id'])
  expect(worker.lines.join()).not.toMatch(new RegExp(`${SECRET}|2001:db8|chat\\.example`))
})
