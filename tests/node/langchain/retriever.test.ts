import type { Document } from '@langchain/core/documents'
import { StringOutputParser } from '@langchain/core/output_parsers'
import { ChatPromptTemplate } from '@langchain/core/prompts'
import { BaseRetriever } from '@langchain/core/retrievers'
import { RunnableLambda, RunnableMap, RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables'
import { ChatOpenAI } from '@langchain/openai'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { cite } from '../../../src/core/answer/cite.ts'
import type { Engine } from '../../../src/core/answer/reply.ts'
import { type PassageMetadata, QuotewellRetriever } from '../../../src/node/langchain/retriever.ts'
import { ANSWERED, BUILD_PATIENCE, openRealEngine, startRealServer } from '../../clients/real-server.ts'
import { compileProgram } from '../run-program.ts'
import { smallCorpus } from '../small-corpus.ts'
import { useTempFolders } from '../temp-folders.ts'

const makeFolder = useTempFolders()
let engine: Engine
let retriever: QuotewellRetriever

beforeAll(async () => {
  engine = await openRealEngine(makeFolder)
  retriever = new QuotewellRetriever({ engine, k: 4 })
}, BUILD_PATIENCE)

test('a document is a passage with its place, its score and its citation', async () => {
  expect(retriever).toBeInstanceOf(BaseRetriever)
  const documents = await retriever.invoke(ANSWERED)
  const ranked = await engine.search(ANSWERED, 4)
  expect(documents).toHaveLength(4)
  for (const [at, { id, pageContent, metadata }] of documents.entries()) {
    const { passage, score } = ranked[at] as (typeof ranked)[number]
    const source = engine.sources.find((one) => one.id === metadata.sourceId)
    if (!source) throw new Error(`No source ${metadata.sourceId}`)
    expect(pageContent).toBe(source.text.slice(metadata.start, metadata.end))
    expect(id).toBe(passage.id)
    const { sourceId, section, start, end } = passage
    expect(metadata).toEqual({
      passageId: passage.id,
      sourceId,
      source: source.url,
      section,
      start,
      end,
      score,
      citation: cite(source),
    })
  }
})

describe('as a part of LangChain', () => {
  const cited = (documents: Document<PassageMetadata>[]) =>
    documents.map(({ pageContent, metadata }) => `“${pageContent}” (${metadata.citation.title})`).join('\n')

  test('a chain puts the passages into a prompt', async () => {
    const prompt = ChatPromptTemplate.fromMessages([
      ['system', 'Answer from these passages:\n{passages}'],
      ['human', '{question}'],
    ])
    const chain = RunnableSequence.from([
      { passages: retriever.pipe(RunnableLambda.from(cited)), question: new RunnablePassthrough() },
      prompt,
    ])
    const { messages } = await chain.invoke(ANSWERED)
    const [system, human] = messages
    for (const { pageContent } of await retriever.invoke(ANSWERED)) expect(system?.content).toContain(pageContent)
    expect(human?.content).toBe(ANSWERED)
  })

  test('a chain ends in a model: here the chat itself, which quotes and writes nothing', async () => {
    const server = await startRealServer(Promise.resolve(engine))
    onTestFinished(() => server.stop())
    const model = new ChatOpenAI({ model: 'quotewell', apiKey: 'none', configuration: { baseURL: `${server.url}/v1` } })
    const answer = RunnableLambda.from((question: string) => question)
      .pipe(model)
      .pipe(new StringOutputParser())
    const both = RunnableMap.from({ passages: retriever.pipe(RunnableLambda.from(cited)), answer })
    const { passages, answer: told } = await both.invoke(ANSWERED)
    expect(passages).toContain('Mesenchymal Chondrosarcoma')
    expect(told).toContain('\n\n> ')
  })

  test('callbacks are told of the documents, and batches keep their order', async () => {
    const seen: number[] = []
    await retriever.invoke(ANSWERED, {
      callbacks: [{ handleRetrieverEnd: (documents) => void seen.push(documents.length) }],
    })
    expect(seen).toEqual([4])
    const questions = [ANSWERED, 'chemotherapy']
    const batch = await retriever.batch(questions)
    for (const [at, question] of questions.entries()) expect(batch[at]).toEqual(await retriever.invoke(question))
  })
})

test('a query or a number out of range is told with its mending', async () => {
  await expect(retriever.invoke('  ')).rejects.toThrow(new RangeError('The query must not be blank'))
  await expect(retriever.invoke('a'.repeat(2001))).rejects.toThrow('The query must be at most 2000 characters')
  expect(() => new QuotewellRetriever({ engine, k: 0 })).toThrow(
    new RangeError('k must be a whole number from 1 to 50'),
  )
})

test('the package exports it, with a way to open an index', async () => {
  await compileProgram()
  const { openQuotewellRetriever } = await import('quotewell/langchain')
  const [corpus, folder] = [await makeFolder(smallCorpus), await makeFolder()]
  const small = await openQuotewellRetriever({ corpus, index: `${folder}/index`, k: 1 })
  const [document] = await small.invoke('Until what age do bones grow?')
  expect(document?.pageContent).toContain('Bones grow until about the age of 20.')
  expect(document?.metadata).toMatchObject({ sourceId: 'bone', source: 'bone', section: 'Growth' })
})
