import { CorpusError } from '../errors.ts'

/** Told of each fault of a file; whoever returns lets the reading go on with what is left. */
export type OnFault = (fault: CorpusError) => void

/** The first fault ends the reading. */
export const raise: OnFault = (fault) => {
  throw fault
}

/** @returns what `build` makes, in a list that is empty if it threw a CorpusError, which `onFault` is told of */
export function collect<Result>(build: () => Result, onFault: OnFault): Result[] {
  try {
    return [build()]
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    onFault(error)
    return []
  }
}
