import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createProgress } from '../../src/node/progress.ts'

/** What is written where there is no terminal, as in a container's log. */
function written(report: (progress: ReturnType<typeof createProgress>) => void): string {
  const stream = new PassThrough()
  report(createProgress(stream as unknown as NodeJS.WriteStream))
  return stream.read()?.toString() ?? ''
}

test('a step is one line, written when it ends', () => {
  expect(
    written((progress) => {
      for (const done of [0, 128, 256, 300]) progress.report('Embedding', done, 300)
    }),
  ).toBe('Embedding: 300 of 300\n')
})

test('a step that has not ended writes nothing: a log is no place for a bar', () => {
  expect(written((progress) => progress.report('Embedding', 128, 300))).toBe('')
})

test('steps follow each other', () => {
  expect(
    written((progress) => {
      progress.report('Building the model', 0, 1)
      progress.report('Building the model', 1, 1)
      progress.report('Embedding', 0, 8)
      progress.report('Embedding', 8, 8)
    }),
  ).toBe('Building the model: 1 of 1\nEmbedding: 8 of 8\n')
})
