/** How routes come to answers: screened first, then by the engine; with what the host adds, and told to whoever counts. */

import { type Additions, addTo } from '../core/answer/compose.ts'
import type { Gap } from '../core/answer/gap.ts'
import type { Answer, ChatRequest, Engine } from '../core/answer/reply.ts'
import { screenAlone, screen as screenMessage } from '../core/answer/screen.ts'
import type { Refusal, WithEngine } from './admission.ts'

export interface Observer {
  /** `waiting`: until the engine is loaded and it is the request's turn; `engine`: of an answer or a search. */
  stage(name: 'screening' | 'waiting' | 'engine', milliseconds: number): void
  /** `fixed` stands for every reply without a search: that somebody is in danger must not be told by a count. */
  answered(outcome: 'answered' | 'no_answer' | 'fixed'): void
}

/** The reply to a message that needs no search, or null. */
export type Screen = (request: ChatRequest) => Answer | null

/** The answer, from the engine where screening gives none. @param signal aborts when the client has gone */
export type Ask = (signal: AbortSignal, request: ChatRequest) => Promise<Outcome<Answer>>

type Outcome<Result> = { readonly result: Result } | { readonly refusal: Refusal }

/** What became of a request; where the engine has no place or no time, or breaks, the reply to a danger that the rules suspect. */
export type OrByRules = <Result>(
  request: ChatRequest,
  outcome: Promise<Outcome<Result>>,
) => Promise<Outcome<Result | Answer>>

export interface Answering {
  readonly screen: Screen
  readonly orByRules: OrByRules
  readonly withEngine: WithEngine
  readonly ask: Ask
}

const NOBODY: Observer = { stage: () => {}, answered: () => {} }

interface Ears {
  readonly observer?: Observer | undefined
  /** Is told what may be counted of a question that got no answer. */
  readonly onGap?: ((gap: Gap) => void) | undefined
  /** Is told of an engine's error where the rules have a reply in its place. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** Routes use these in place of the core's own `screen` and of an engine of their own. */
export function createAnswering(
  withEngine: WithEngine,
  additions: Additions,
  { observer = NOBODY, onGap, onError }: Ears = {},
): Answering {
  /** Every answer passes here once on its way out. */
  const told = (answer: Answer): Answer => {
    const { status, gap } = answer
    observer.answered(status === 'answered' || status === 'no_answer' ? status : 'fixed')
    if (gap) onGap?.(gap)
    return addTo(answer, additions)
  }
  const observed = (engine: Engine): Engine => ({
    ...engine,
    answer: async (request) => told(await engine.answer(request)),
  })
  const screen: Screen = (request) => {
    const begun = performance.now()
    const answer = screenMessage(request)
    observer.stage('screening', performance.now() - begun)
    return answer && told(answer)
  }
  const withEngineObserved: WithEngine = (signal, job) => {
    const asked = performance.now()
    return withEngine(signal, async (engine) => {
      const begun = performance.now()
      observer.stage('waiting', begun - asked)
      try {
        return await job(observed(engine))
      } finally {
        observer.stage('engine', performance.now() - begun)
      }
    })
  }
  const orByRules: OrByRules = async (request, outcome) => {
    try {
      const known = await outcome
      const suspected = 'refusal' in known ? screenAlone(request) : null
      return suspected ? { result: told(suspected) } : known
    } catch (error) {
      const suspected = screenAlone(request)
      if (!suspected) throw error
      onError?.(error)
      return { result: told(suspected) }
    }
  }
  return {
    screen,
    orByRules,
    withEngine: withEngineObserved,
    // Whoever is in danger waits for nobody: neither for the engine to load nor for others to be answered.
    async ask(signal, request) {
      const screened = screen(request)
      if (screened) return { result: screened }
      return orByRules(
        request,
        withEngineObserved(signal, (engine) => engine.answer(request)),
      )
    },
  }
}
