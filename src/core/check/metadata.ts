import type { CheckedCorpus, CheckedSource } from './checked-corpus.ts'
import { lineOfField } from './checked-corpus.ts'
import type { Finding } from './finding.ts'

/** DOI handbook 2.2: a directory indicator 10, a registrant, a suffix. */
const DOI = /^10\.\d{4,9}(?:\.\d{1,9})*\/\S+$/
const RESERVED = /\ball rights\b|\bnot stated\b|\bunknown\b|\bcopyright\b|©/i

/** Facts that readers are shown beside each quote, and that are missing. */
export function checkMetadata({ sources }: CheckedCorpus): Finding[] {
  return sources.flatMap((one) => [
    ...checkOrigin(one),
    ...checkDate(one),
    ...checkAddress(one),
    ...checkLicence(one),
    ...checkAudience(one),
  ])
}

function checkOrigin({ source: { authors, publisher }, file }: CheckedSource): Finding[] {
  if (authors.length > 0 && publisher !== null) return []
  const place = { check: 'author', file, line: 1 }
  if (authors.length === 0 && publisher === null) {
    const what = 'Neither authors nor publisher: a reader can’t tell who says this.'
    return [{ ...place, severity: 'warning', what, mend: 'Add `authors:` or `publisher:` to the front matter.' }]
  }
  return authors.length === 0
    ? [{ ...place, severity: 'note', what: 'No author is named.', mend: 'Add `authors:` if the original names any.' }]
    : [{ ...place, severity: 'note', what: 'No publisher is named.', mend: 'Add `publisher:`.' }]
}

function checkDate({ source: { published, lastRevised }, file }: CheckedSource): Finding[] {
  if (published !== null || lastRevised !== null) return []
  const what = 'No date: readers can’t be told that it is old.'
  const mend = 'Add `published:` or `lastRevised:` as YYYY, YYYY-MM or YYYY-MM-DD.'
  return [{ severity: 'warning', check: 'date', file, line: 1, what, mend }]
}

function checkAddress(one: CheckedSource): Finding[] {
  const { url, doi } = one.source
  const place = { severity: 'warning', check: 'url', file: one.file } as const
  const findings: Finding[] = []
  if (url === null && doi === null) {
    const what = 'Neither URL nor DOI: a reader can’t look at the original.'
    findings.push({ ...place, line: 1, what, mend: 'Add `url:`, or `doi:` for an article.' })
  } else if (url === null && doi !== null && DOI.test(doi)) {
    const mend = `Add \`url: https://doi.org/${doi}\`.`
    findings.push({
      ...place,
      severity: 'note',
      line: 1,
      what: 'A DOI without a URL: there is nothing to click.',
      mend,
    })
  }
  if (doi !== null && !DOI.test(doi)) {
    const what = 'This is no DOI.'
    findings.push({ ...place, line: lineOfField(one, 'doi'), what, mend: 'Write it as 10.1000/xyz, without address.' })
  }
  return findings
}

function checkLicence(one: CheckedSource): Finding[] {
  const { licence } = one.source
  const place = { check: 'licence', file: one.file, line: lineOfField(one, 'licence') }
  if (licence === null) {
    const what = 'No licence: nobody can tell whether this may be shown.'
    return [{ ...place, severity: 'warning', what, mend: 'Add `licence:`, in words if it has no name.' }]
  }
  if (!RESERVED.test(licence)) return []
  const mend = 'Ask the publisher whether sentences of it may be quoted, and write the answer down here.'
  return [{ ...place, severity: 'note', what: `The licence reads “${licence}”.`, mend }]
}

function checkAudience({ source: { audience }, file }: CheckedSource): Finding[] {
  if (audience !== null) return []
  const what = 'It is not said for whom this was written, so its language is not judged.'
  const mend = 'Add `audience: patient` or `audience: clinician`.'
  return [{ severity: 'note', check: 'audience', file, line: 1, what, mend }]
}
