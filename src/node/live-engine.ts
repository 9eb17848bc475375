import type { Engine } from '../core/answer/reply.ts'

/** An engine whose corpus can be exchanged while it answers. */
export interface LiveEngine {
  /** Hands each question to the engine of the moment: one that waits for its turn gets the one in place by then. */
  readonly engine: Engine
  /** From now on `next` answers. Resolves when the one before has given its last answer. */
  replace(next: Engine): Promise<void>
}

export function createLiveEngine(first: Engine): LiveEngine {
  let current = countAnswers(first)
  return {
    engine: {
      get sources() {
        return current.engine.sources
      },
      get glossary() {
        return current.engine.glossary
      },
      answer: (request) => current.use((engine) => engine.answer(request)),
      search: (query, limit) => current.use((engine) => engine.search(query, limit)),
    },
    replace(next) {
      const old = current
      current = countAnswers(next)
      return old.retire()
    },
  }
}

/** Knows when an engine that gets no further questions has answered the last one. */
function countAnswers(engine: Engine) {
  let open = 0
  let notify = () => {}
  return {
    engine,
    async use<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
      open++
      try {
        return await work(engine)
      } finally {
        open--
        if (open === 0) notify()
      }
    },
    retire: () =>
      new Promise<void>((resolve) => {
        notify = resolve
        if (open === 0) resolve()
      }),
  }
}
