import type { CorpusError } from '../errors.ts'
import type { CheckedCorpus } from './checked-corpus.ts'
import type { Finding } from './finding.ts'

/** What keeps an index from being built: broken files, and quotes of reader questions and glossaries that are gone. */
export function checkFaults({ faults }: CheckedCorpus): Finding[] {
  return faults.map(toFinding)
}

function toFinding({ file, line, reason }: CorpusError): Finding {
  const mend = lastSentence(reason)
  return {
    severity: 'error',
    check: 'fault',
    file,
    line,
    what: capitalise(mend === null ? reason : reason.slice(0, -mend.length - 1)),
    mend: mend ?? 'Correct it; until then no index is built.',
  }
}

/** It says how to mend the fault, unless there is no other or a quotation reaches into it. */
function lastSentence(reason: string): string | null {
  const at = reason.lastIndexOf('. ')
  const last = reason.slice(at + 2)
  return at > 0 && /^[A-Z]/.test(last) && !/["”]/.test(last) ? last : null
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
