import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import { buildCorpus } from '../../dist/core/ingest/build-corpus.js'
import { readCorpus } from '../../dist/node/corpus-files.js'
import { readSettings } from '../../dist/node/settings.js'
import { loadEmbedder } from '../../dist/node/transformers-embedder.js'
import { holdsEvidence } from '../evals/score.mjs'
import { readSet } from './questions.mjs'

/** LangChain.js as its documentation shows it: recursive splitter 1000/200, HNSWLib, the 3 nearest chunks; our model. */
export async function benchLangChain() {
  const settings = readSettings(process.env)
  const embedder = await loadEmbedder(settings.model)
  const embeddings = new (class extends Embeddings {
    embedDocuments = async (texts) => (await embedder.embed(texts)).map((vector) => Array.from(vector))
    embedQuery = async (text) => (await this.embedDocuments([text]))[0]
  })({})
  const { sources } = buildCorpus((await readCorpus(settings.corpus)).inputs)
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 })
  const chunks = await splitter.splitDocuments(sources.map(({ text }) => new Document({ pageContent: text })))
  const store = await HNSWLib.fromDocuments(chunks, embeddings)

  const figures = { chunks: chunks.length }
  for (const set of ['dev', 'tune', 'kept-back']) {
    const rows = readSet(set).filter(({ kind }) => kind === 'answer')
    const times = []
    let [first, third] = [0, 0]
    for (const row of rows) {
      const started = performance.now()
      const found = await store.similaritySearch(row.question, 3)
      times.push(performance.now() - started)
      const hits = found.map(({ pageContent }) => holdsEvidence({ text: pageContent }, row))
      first += hits[0] ? 1 : 0
      third += hits.some(Boolean) ? 1 : 0
    }
    times.sort((a, b) => a - b)
    figures[`${set} hit@1`] = Number((first / rows.length).toFixed(3))
    figures[`${set} hit@3`] = Number((third / rows.length).toFixed(3))
    figures[`${set} search, ms p50`] = Number(times[times.length >> 1].toFixed(2))
  }
  return figures
}
