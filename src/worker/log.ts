/** Lines of JSON on the Worker's console. None holds a word that a reader wrote, nor an address of a page or client. */
import { describeError } from '../http/describe-error.ts'
import type { RequestName, RequestRecord } from '../http/request-record.ts'
import { BundleError } from './bundle.ts'
import { SettingError, type Settings } from './settings.ts'

export interface Log {
  request(record: RequestRecord): void
  /** Tells name and place of an unexpected error. */
  failure(error: unknown, request?: RequestName): void
  /** Tells why the engine can't be loaded, before any request is read: of an expected fault the whole message. */
  fault(error: unknown): void
}

export function createLog(level: Settings['log'], write: (line: string) => void = console.log): Log {
  const tell = (from: 'error' | 'info', line: object) => {
    if (level === 'info' || level === from) write(JSON.stringify({ level: from, ...line }))
  }
  return {
    request: ({ id, method, route, status, ms, counts }) =>
      tell('info', { msg: 'request', id, method, route, status, ms, ...counts }),
    failure: (error, request) => tell('error', { msg: 'unexpected error', ...request, ...describeError(error) }),
    fault: (error) => {
      const isExpected = error instanceof BundleError || error instanceof SettingError
      tell('error', { msg: isExpected ? error.message : 'The engine did not load.', ...describeError(error) })
    },
  }
}
