import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createEngine } from '../../src/core/answer/engine.ts'
import type { Answer, Engine } from '../../src/core/answer/reply.ts'
import { createApp } from '../../src/http/app.ts'
import { openParts } from '../../src/node/open-engine.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { silent } from '../../src/node/progress.ts'
import { conforming } from '../http/conformance.ts'
import { loaded } from '../http/harness.ts'
import type { Files } from '../node/temp-folders.ts'

/** Entries kept of each list of questions: enough for every kind of reply, and few enough to embed in seconds. */
const ENTRIES = 6

/** The default corpus with the first few questions of each list. */
export async function shortCorpus(): Promise<Files> {
  const names = (await readdir('corpus')).filter((name) => /\.(md|yaml)$/.test(name))
  const files = names.map(async (name) => [name, shorten(name, await readFile(join('corpus', name), 'utf8'))] as const)
  return Object.fromEntries(await Promise.all(files))
}

function shorten(name: string, content: string): string {
  if (!name.endsWith('.yaml')) return content
  return content
    .split(/^(?=- )/m)
    .slice(0, ENTRIES)
    .join('')
}

/**
 * The whole app on the real parts. The last answer of the engine is at hand, and a question that was just answered is
 * not worked out again: the API and the page are both looked at for each message.
 * @param folders of the corpus and the index, which is built where it is missing
 */
export async function openRealApp(folders: { readonly corpus: string; readonly index: string }) {
  const parts = await openParts({ ...folders, model: DEFAULT_MODEL }, silent)
  const engine = createEngine(parts)
  let last: { readonly key: string; readonly answer: Promise<Answer> } | null = null
  const remembering: Engine = {
    ...engine,
    answer(request) {
      const key = JSON.stringify(request)
      last = last?.key === key ? last : { key, answer: engine.answer(request) }
      return last.answer
    },
  }
  const errors: unknown[] = []
  const app = conforming(createApp({ startup: loaded(remembering), onError: (error) => errors.push(error) }))
  return {
    app,
    corpus: parts.corpus,
    glossary: engine.glossary,
    /** Unexpected errors so far. */
    errors,
    lastAnswer: () => last?.answer,
    chat: (body: string | Uint8Array<ArrayBuffer> | object) =>
      app.request('/api/chat', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    ask: (message: string) => app.request('/', { method: 'POST', body: new URLSearchParams({ message }) }),
  }
}

export type RealApp = Awaited<ReturnType<typeof openRealApp>>
