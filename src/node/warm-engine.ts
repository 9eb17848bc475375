import type { Engine } from '../core/answer/reply.ts'

/** A question that passes every step, with a slip that the speller looks up, and one that follows on it. */
const QUESTION = 'What are the symtoms of it, and how is it treated?'
const FOLLOW_UP = 'And how long does that take?'
/** Later ones are no faster. */
const ROUNDS = 2

/**
 * Asks an engine before a reader does: the first answer builds what is built once, and takes ten times as long as those
 * after it. What it answers is dropped.
 * @returns the same engine
 */
export async function warm(engine: Engine): Promise<Engine> {
  const rest = { country: null, maxQuotes: 3 }
  for (let round = 0; round < ROUNDS; round++) {
    await engine.answer({ message: QUESTION, history: [], ...rest })
    await engine.answer({ message: FOLLOW_UP, history: [{ role: 'user', content: QUESTION }], ...rest })
  }
  await engine.search(QUESTION, 10)
  return engine
}
