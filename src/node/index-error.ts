import { SetupError } from './setup-error.ts'

export type IndexFault = 'missing' | 'foreign' | 'stale' | 'torn'

/** An index that must not be served. `fault` tells whether building it again helps: it does for all but `foreign`. */
export class IndexError extends SetupError {
  readonly fault: IndexFault

  constructor(fault: IndexFault, reason: string) {
    super(`${reason} ${fault === 'foreign' ? MEND_FOREIGN : MEND}`)
    this.fault = fault
  }
}

const MEND = 'Run `npm run index` to build it.'
const MEND_FOREIGN = 'Choose another folder with --index or QUOTEWELL_INDEX, or empty this one.'
