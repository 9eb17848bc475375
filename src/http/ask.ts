import type { Answer, ChatRequest } from '../core/answer/reply.ts'
import { screen } from '../core/answer/screen.ts'
import type { Refusal, WithEngine } from './admission.ts'

/** @param signal aborts when the client has gone */
export type Ask = (
  signal: AbortSignal,
  request: ChatRequest,
) => Promise<{ readonly result: Answer } | { readonly refusal: Refusal }>

/** Whoever is in danger waits for nobody: neither for the engine to load nor for others to be answered. */
export function createAsk(withEngine: WithEngine): Ask {
  return async (signal, request) => {
    const screened = screen(request)
    return screened ? { result: screened } : withEngine(signal, (engine) => engine.answer(request))
  }
}
