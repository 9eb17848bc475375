import { isMap } from 'yaml'
import { z } from 'zod'
import { CorpusError } from '../errors.ts'
import type { SourceMetadata } from '../source.ts'
import { collapse } from './normalise.ts'
import { parseYaml } from './yaml.ts'

const text = z.string().transform(collapse).pipe(z.string().min(1, 'must not be empty'))
const ADDRESS = 'must be a full http or https address'
/** `https:x` is a path on whatever server shows it, and `https://bank.example@evil.example` leads to the second name. */
const address = z
  .string({ error: ADDRESS })
  .trim()
  .regex(/^https?:\/\//i, ADDRESS)
  .pipe(z.url({ protocol: /^https?$/, normalize: true, error: ADDRESS }))
  .refine((url) => !/^https?:\/\/[^/]*@/.test(url), 'must be an address without a user name')

const partialDate = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(isPartialDate, 'must be a date as YYYY, YYYY-MM or YYYY-MM-DD')

const frontMatter = z.strictObject({
  title: text,
  authors: z.array(text).default([]),
  publisher: text.nullable().default(null),
  published: partialDate.nullable().default(null),
  lastRevised: partialDate.nullable().default(null),
  url: address.nullable().default(null),
  doi: text.nullable().default(null),
  licence: text.nullable().default(null),
  audience: z.enum(['patient', 'clinician']).nullable().default(null),
  language: text.refine(isLanguageTag, 'must be a language tag such as en or pt-BR').default('en'),
  publicationType: z.enum(['case-report']).nullable().default(null),
})

/**
 * Reads and validates YAML front matter.
 * @param firstLine line of the file on which `yaml` begins, 1-based
 * @throws CorpusError on the line of the first fault
 */
export function parseFrontMatter(yaml: string, file: string, firstLine: number): SourceMetadata {
  const { value, document, lineAt } = parseYaml({ yaml, file }, firstLine)
  const parsed = frontMatter.safeParse(value ?? {})
  if (parsed.success) return parsed.data

  const [issue] = parsed.error.issues
  const key = String(issue?.code === 'unrecognized_keys' ? issue.keys[0] : (issue?.path[0] ?? ''))
  throw new CorpusError(file, lineAt(offsetOfKey(document.contents, key)), reasonOf(key, issue))
}

function reasonOf(key: string, issue: z.core.$ZodIssue | undefined): string {
  if (key === '') return 'the front matter must be a list of `name: value` lines.'
  if (issue?.code === 'unrecognized_keys') {
    return `unknown field \`${collapse(key)}\`. Known fields: ${Object.keys(frontMatter.shape).join(', ')}.`
  }
  if (key === 'title' && issue?.code === 'invalid_type') {
    return '`title` is missing or not text. Add a line `title: …` to the front matter.'
  }
  return `\`${key}\`: ${issue?.message}.`
}

function offsetOfKey(contents: unknown, key: string): number {
  if (!isMap(contents)) return 0
  const pair = contents.items.find((item) => String(item.key) === key)
  const node = pair?.key as { range?: [number, number, number] } | undefined
  return node?.range?.[0] ?? 0
}

function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!match) return false
  const [, year, month = '01', day = '01'] = match
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
