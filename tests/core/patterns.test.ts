import { isSafe } from 'redos-detector'
import { describe, expect, test } from 'vitest'
import { findPatterns, isBounded } from '../hostile/patterns.ts'

/**
 * Rules on messages: their wordings are put together from data, and too large for the checker. A message has at most
 * 2,000 characters; linear-time.test.ts and the tests of each rule measure them on 50 times as many.
 */
const isRule = (file: string) => file.startsWith('core/safety/') || file === 'core/question/identifiers.ts'

/** Readers of documents work on a thread that is ended when it takes too long (`convert-apart.ts`), on files of people who run the server. */
const isApart = (file: string) => file.startsWith('node/documents/')

const found = findPatterns('src')
const patterns = found.patterns.filter(({ file }) => !isRule(file) && !isApart(file))
/** Put together of words that are escaped, without anything that repeats. */
const WORDS_ONLY = ['widget/view/pieces.ts']
const dynamic = found.dynamic.filter((file) => !isRule(file) && !isApart(file) && !WORDS_ONLY.includes(file))

/** Expressions that the checker can't clear, though they are linear: what shows it instead. */
const SHOWN_OTHERWISE: Record<string, string> = {
  // splitSentences in linear-time.test.ts
  '([.!?])((?:\\[[\\d,;–\\- ]+\\]|\\([\\d,;–\\- ]+\\))+)(?=\\s|$)': 'core/ingest/sentences.ts',
}
/** Expressions that only ever see a text of limited length. */
const ON_SHORT_TEXT = [
  // isStandalone takes longer messages for complete without a look at them.
  { file: 'core/question/standalone.ts', beginsWith: '\\b(it|its|he' },
  // endsWithAbbreviation passes on the last few letters of a sentence.
  { file: 'core/ingest/sentences.ts', beginsWith: '(?:^|[\\s([])([\\p{L}.]+)' },
]

const isListed = (file: string, source: string) =>
  SHOWN_OTHERWISE[source] === file ||
  ON_SHORT_TEXT.some((one) => one.file === file && source.startsWith(one.beginsWith))

describe('no regular expression takes more than linear time', () => {
  test.each(patterns.map(({ file, expression }) => [file, expression] as const))('%s %s', (file, expression) => {
    if (isListed(file, expression.source)) return
    expect(isBounded(expression) || isSafe(expression, { timeout: 20_000 }).safe).toBe(true)
  })
})

test('the list of exceptions is no longer than needed', () => {
  const listed = patterns.filter(({ file, expression }) => isListed(file, expression.source))
  expect(listed).toHaveLength(Object.keys(SHOWN_OTHERWISE).length + ON_SHORT_TEXT.length)
  for (const { expression } of listed) {
    expect(isBounded(expression) || isSafe(expression).safe).toBe(false)
  }
})

test('none is put together at run time, where this check would not see it', () => {
  expect(dynamic).toEqual([])
})

test('the check finds expressions, and those that take quadratic and exponential time', () => {
  expect(patterns.length).toBeGreaterThan(50)
  for (const slow of [/\s+$/, /(a+)+$/]) {
    expect(isBounded(slow) || isSafe(slow).safe).toBe(false)
  }
})
