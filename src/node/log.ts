/** Lines of JSON on standard error. None holds a word that a reader wrote, an address of a page or of a client. */
import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino'
import { describeError } from '../http/describe-error.ts'
import type { RequestName, RequestRecord } from '../http/request-record.ts'
import type { Settings } from './settings.ts'

export interface Log {
  started(url: string): void
  stopped(): void
  request(record: RequestRecord): void
  /** Tells name and place of an unexpected error, never its message: that could hold a reader's words. */
  failure(error: unknown, request?: RequestName): void
}

const STANDARD_ERROR = 2

export function createLog(
  level: Settings['log'],
  stream: DestinationStream = destination({ dest: STANDARD_ERROR, sync: true }),
): Log {
  // Without `base`, which would name process and machine in each line.
  const log = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, stream)
  return {
    started: (url) => log.info({ url }, 'started'),
    stopped: () => log.info('stopped'),
    request: ({ counts, ...record }) => log.info({ ...record, ...counts }, 'request'),
    failure: (error, request) => log.error({ ...request, ...describeError(error) }, 'unexpected error'),
  }
}
