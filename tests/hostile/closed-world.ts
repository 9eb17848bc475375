import { expect } from 'vitest'
import { cite } from '../../src/core/answer/cite.ts'
import type { Corpus } from '../../src/core/retrieval/corpus-rows.ts'
import * as catalogue from '../../src/core/safety/catalogue.ts'
import { FOREIGN_TEXTS } from '../../src/core/safety/foreign-texts.ts'
import { type ProblemKind, problems } from '../../src/http/problem.ts'
import { type ChatReply, chatReply } from '../../src/http/schemas/chat-reply.ts'

const foreign = Object.values(FOREIGN_TEXTS).flatMap((texts) => Object.values(texts))
const entries = [...Object.values(catalogue).flatMap((group) => Object.values(group)), ...foreign]
const catalogueTexts = new Set<string>(entries.map(({ text }) => text))
const versions = new Map(entries.map(({ id, version, text }) => [id, `${version} ${text}`]))
const STANDING = Object.values(catalogue.disclaimers).map(({ id, version, text }) => ({ id, version, text }))

const KEYS: readonly (keyof ChatReply)[] = [
  'id',
  'status',
  'message',
  'question',
  'quotes',
  'sources',
  'notices',
  'disclaimers',
  'suggestions',
]
const QUOTE_KEYS = [
  'n',
  'text',
  'sourceId',
  'start',
  'end',
  'section',
  'passageId',
  'score',
  'key',
  'table',
  'sensitive',
]

/**
 * Checks that every word of a reply comes from the catalogue or the corpus, so that nothing a caller sent can be in it
 * outside `question`.
 */
export function createReplyCheck(corpus: Corpus) {
  const sources = new Map(corpus.sources.map((source) => [source.id, source]))
  const passages = new Map(corpus.passages.map((passage) => [passage.id, passage]))
  const suggestions = new Set(corpus.questions.map(({ question }) => question))

  const checkQuote = (quote: ChatReply['quotes'][number], at: number) => {
    const { n, text, sourceId, start, end, section, passageId, table } = quote
    const passage = passages.get(passageId)
    expect(Object.keys(quote).filter((key) => !QUOTE_KEYS.includes(key))).toEqual([])
    expect(n).toBe(at + 1)
    expect(text).not.toBe('')
    expect(text).toBe(sources.get(sourceId)?.text.slice(start, end))
    expect([passage?.sourceId, passage?.section]).toEqual([sourceId, section])
    const { caption: title, ...row } = table ?? {}
    expect(row).toEqual(passage?.table ? { headers: passage.table.headers, cells: passage.table.cells } : {})
    if (title !== undefined) {
      expect(title).toBe(passage?.table?.caption)
      expect(sources.get(sourceId)?.text).toContain(title)
    }
  }

  /** @param asked the message as sent */
  return (json: unknown, asked: string): ChatReply => {
    const reply = chatReply.parse(json)
    expect(json).toEqual(reply)
    expect(Object.keys(reply).filter((key) => key !== 'language')).toEqual(KEYS)
    if (reply.language) expect(Object.keys(FOREIGN_TEXTS)).toContain(reply.language)
    expect(reply.question.asked).toBe(asked.trim())
    expect(Object.keys(reply.question)).toEqual(['asked', 'searched'])
    expect(catalogueTexts).toContain(reply.message)
    expect(reply.disclaimers).toEqual(expect.arrayContaining(STANDING))
    for (const { id, version, text } of [...reply.disclaimers, ...reply.notices]) {
      expect(`${version} ${text}`).toBe(versions.get(id))
    }
    for (const { label, href } of reply.notices.flatMap(({ actions }) => actions)) {
      expect(catalogueTexts).toContain(label)
      expect(href).toMatch(/^(tel:|sms:|https:\/\/)/)
    }
    reply.quotes.forEach(checkQuote)
    const quoted = [...new Set(reply.quotes.map(({ sourceId }) => sourceId))]
    expect(reply.sources).toEqual(quoted.map((id) => cite(sources.get(id) as Corpus['sources'][number])))
    expect(reply.suggestions.filter((one) => !suggestions.has(one))).toEqual([])
    return reply
  }
}

const ERROR_PATH = /^(history(\.\d+(\.(role|content))?)?|message|country|maxQuotes)?$/

/**
 * Checks that a problem is one of those listed, and returns the messages on its fields: they are fixed too, so however
 * many requests are refused, there are few different ones.
 */
export function checkProblem(status: number, json: unknown): string[] {
  const {
    type,
    errors = [],
    ...rest
  } = json as {
    readonly type: string
    readonly errors?: readonly { readonly path: string; readonly message: string }[]
  }
  const known = problems[type.replace('/problems/', '') as ProblemKind]
  expect(rest).toEqual({ title: known.title, status: known.status, detail: known.detail })
  expect(status).toBe(known.status)
  for (const error of errors) {
    expect(Object.keys(error)).toEqual(['path', 'message'])
    expect(error.path).toMatch(ERROR_PATH)
  }
  return errors.map(({ message }) => message)
}
