import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCorpus } from '../../dist/core/ingest/build-corpus.js'
import { toEmbeddedText, toPassageTexts, toRows } from '../../dist/core/retrieval/corpus-rows.js'
import { readCorpus } from '../../dist/node/corpus-files.js'
import { readSettings } from '../../dist/node/settings.js'
import { loadEmbedder } from '../../dist/node/transformers-embedder.js'
import { processorTime } from './processor-time.mjs'

const CLI = fileURLToPath(new URL('../../dist/node/cli.js', import.meta.url))
const ROUNDS = 5

/**
 * One changed source among many: the whole `index` command, from its start to its end, and the embedding of that source
 * alone.
 * @param {{sources?: number}} options
 */
export async function benchReindex({ sources = 1000 } = {}) {
  const settings = readSettings(process.env)
  const folder = await mkdtemp(join(tmpdir(), 'quotewell-reindex-'))
  const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
  try {
    await mkdir(corpus)
    const write = await createWriter(settings.corpus)
    for (let at = 0; at < sources; at++) await writeFile(join(corpus, `s${at}.md`), write(at, 0))
    const first = await time(() => runIndex(corpus, index))
    const all = buildCorpus((await readCorpus(corpus)).inputs)

    const embedder = await loadEmbedder(settings.model)
    const rounds = []
    for (let round = 1; round <= ROUNDS; round++) {
      const markdown = write(7, round)
      await writeFile(join(corpus, 's7.md'), markdown)
      const before = processorTime()
      const command = await time(() => runIndex(corpus, index))
      const processor = processorTime() - before
      const texts = textsOf(buildCorpus([{ id: 's7', file: 's7.md', markdown }]))
      const embedding = await time(() => embedder.embed(texts))
      rounds.push({ command, processor, embedding, texts: texts.length })
    }
    rounds.sort((a, b) => a.command - a.embedding - (b.command - b.embedding))
    const { command, processor, embedding, texts } = rounds[rounds.length >> 1]
    return {
      sources,
      rows: toRows(all).length,
      'first build, s': (first / 1000).toFixed(1),
      'texts of the changed source': texts,
      'index command after a change, s p50': (command / 1000).toFixed(2),
      'processor time of the command, s': processor.toFixed(2),
      'embedding of that source, s': (embedding / 1000).toFixed(2),
      'the command without it, s': ((command - embedding) / 1000).toFixed(2),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const textsOf = (corpus) => [...new Set([...toRows(corpus).map(toEmbeddedText), ...toPassageTexts(corpus)])]

async function time(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function runIndex(corpus, index) {
  const child = spawn(process.execPath, [CLI, 'index', '--corpus', corpus, '--index', index], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`index ended with ${code}.`)
}

/** Sources of ten sentences of fifteen words each, drawn from the words of a corpus; the same every time. */
async function createWriter(corpus) {
  const files = (await readdir(corpus)).filter((name) => name.endsWith('.md'))
  const texts = await Promise.all(files.map((name) => readFile(join(corpus, name), 'utf8')))
  const words = texts.join(' ').match(/\b[a-z]{3,}\b/g)
  return (source, version) => {
    let state = source * 1000 + version + 1
    const draw = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return words[state % words.length]
    }
    const sentence = () => `The ${Array.from({ length: 14 }, draw).join(' ')}.`
    const paragraphs = Array.from({ length: 5 }, () => `${sentence()} ${sentence()}`)
    return `---\ntitle: Source ${source}\n---\n\n${paragraphs.join('\n\n')}\n`
  }
}
