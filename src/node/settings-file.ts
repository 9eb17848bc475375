/** `quotewell.config.yaml`: what a moderator may set. Every fault is told with its line. */
import { existsSync, readFileSync } from 'node:fs'
import { isMap, isScalar, isSeq } from 'yaml'
import { z } from 'zod'
import { CorpusError } from '../core/errors.ts'
import { type HostTexts, hostText } from '../core/host-text.ts'
import { collapse } from '../core/ingest/normalise.ts'
import { type ParsedYaml, parseYaml } from '../core/ingest/yaml.ts'
import { applyTheme, findPoorPair, THEMED, type Theme } from '../http/pages/palette.ts'
import { countryCode, originList } from '../http/setting-schemas.ts'
import { sha256 } from './model/model-files.ts'
import { SetupError } from './setup-error.ts'

export interface FileSettings {
  readonly hostTexts: HostTexts
  readonly theme: Theme
  readonly allowedOrigins?: readonly string[] | undefined
  readonly country?: string | undefined
  readonly gaps?: boolean | undefined
}

/** In the working folder, where no other is named. */
const DEFAULT_FILE = 'quotewell.config.yaml'
/** The texts below take some 4 KB; YAML that refers to itself could become much larger than its file. */
const MAX_BYTES = 64 * 1024
/** UTF-16 code units: a title fits on a phone, the others are read at a glance. */
const MAX_CHARS = { title: 60, greeting: 300, disclaimer: 300, label: 80 }
const MAX_ENTRIES = 5

const words = (max: number) =>
  z.string({ error: 'must be text; put quotes around it' }).transform((raw, context) => {
    const text = hostText(raw, max)
    if (text !== null) return text
    context.addIssue({ code: 'custom', message: `must be 1 to ${max} characters long` })
    return z.NEVER
  })

const list = <Entry extends z.ZodType>(entry: Entry) =>
  z
    .array(entry, { error: 'must be a list, each entry after a dash' })
    .max(MAX_ENTRIES, `must hold at most ${MAX_ENTRIES} entries`)

const disclaimer = words(MAX_CHARS.disclaimer).transform((text) => ({
  // Another text is another disclaimer: whoever has shown or agreed to this one can tell.
  id: `host.${sha256(text).slice(0, 8)}`,
  version: 1 as const,
  text,
}))

const HREF = 'must be an address such as tel:116123, sms:741741 or https://example.org'
const crisisLine = z.strictObject(
  {
    label: words(MAX_CHARS.label),
    href: z.string({ error: HREF }).refine(isContact, HREF),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must have a label and an href' : undefined) },
)

const COLOUR = "must be a colour such as '#0a5a6b', in quotes: # alone begins a comment"
const colour = z
  .string({ error: COLOUR })
  .regex(/^#[0-9a-f]{6}$/i, COLOUR)
  .transform((hex) => hex.toLowerCase())
const SCHEME = `must hold some of ${THEMED.join(', ')}`
const scheme = z.strictObject(
  {
    accent: colour.exactOptional(),
    page: colour.exactOptional(),
    card: colour.exactOptional(),
    text: colour.exactOptional(),
  },
  { error: ({ code }) => (code === 'invalid_type' ? SCHEME : undefined) },
)

const ORIGINS = 'must be a list of origins such as https://example.org, each after a dash, or * in quotes'
const ORIGIN = 'must be an origin such as https://example.org: no path, no slash at the end'

const file = z.strictObject({
  title: words(MAX_CHARS.title).optional(),
  greeting: words(MAX_CHARS.greeting).optional(),
  country: countryCode.optional(),
  allowedOrigins: z.preprocess((value) => (value === '*' ? ['*'] : value), originList(ORIGINS, ORIGIN)).optional(),
  theme: z
    .strictObject(
      { light: scheme.exactOptional(), dark: scheme.exactOptional() },
      { error: ({ code }) => (code === 'invalid_type' ? 'must hold light, dark or both' : undefined) },
    )
    .optional(),
  disclaimers: list(disclaimer).optional(),
  gaps: z
    .union([z.enum(['on', 'off']).transform((value) => value === 'on'), z.boolean()], { error: 'must be on or off' })
    .optional(),
  crisisLines: list(crisisLine).optional(),
})

/**
 * The settings file that `named` names, or the one in the working folder; nothing is set where there is none.
 * @throws SetupError naming file and line of the first fault, and what is allowed
 */
export function readSettingsFile(named: string | undefined): FileSettings {
  const path = named || DEFAULT_FILE
  if (!named && !existsSync(path)) return parseSettingsFile('', path)
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SetupError(`QUOTEWELL_CONFIG="${path}": can't be read (${code}). Name a file, or leave the variable out.`)
  }
  if (bytes.length > MAX_BYTES) throw new SetupError(`${path}:1: the file is over ${MAX_BYTES / 1024} KiB. Shorten it.`)
  return parseSettingsFile(bytes.toString('utf8'), path)
}

/** @param name of the file, for error messages */
export function parseSettingsFile(yaml: string, name: string): FileSettings {
  const document = parseLines(yaml, name)
  const parsed = file.safeParse(document.value ?? {})
  if (!parsed.success) throw faultAt(document, name, parsed.error)
  const { title = null, greeting = null, disclaimers = [], crisisLines = [], theme = {}, ...others } = parsed.data
  refusePoorContrast(document, name, theme)
  return { ...others, theme, hostTexts: { title, greeting, disclaimers, crisisLines } }
}

function parseLines(yaml: string, name: string): ParsedYaml {
  try {
    return parseYaml({ yaml, file: name })
  } catch (error) {
    throw error instanceof CorpusError ? new SetupError(error.message) : error
  }
}

function faultAt(document: ParsedYaml, name: string, { issues: [issue] }: z.ZodError): SetupError {
  const path = issue?.path.map(String) ?? []
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const known = path[0] === 'theme' ? (path.length > 1 ? THEMED : ['light', 'dark']) : null
    const fields = known ?? (path[0] === 'crisisLines' ? ['label', 'href'] : Object.keys(file.shape))
    return at(document, name, [...path, key], `unknown field. Known fields: ${fields.join(', ')}`)
  }
  if (path.length === 0) return new SetupError(`${name}:1: the file must be a list of \`name: value\` lines.`)
  const missing = issue?.code === 'invalid_type' && !has(document, path)
  return at(document, name, path, `${missing ? 'is missing: it ' : ''}${issue?.message}`)
}

function refusePoorContrast(document: ParsedYaml, name: string, theme: Theme): void {
  for (const [scheme, palette] of Object.entries(applyTheme(theme))) {
    const poor = findPoorPair(palette)
    if (!poor) continue
    const { front, back, contrast, least } = poor
    const reason = `${front} ${palette[front]} on ${back} ${palette[back]} has a contrast of ${contrast.toFixed(1)} to 1; people need ${least} to read it. Choose colours that differ more`
    throw at(document, name, ['theme', scheme], reason)
  }
}

function at(document: ParsedYaml, name: string, path: readonly string[], reason: string): SetupError {
  const field = path.map(collapse).join('.')
  return new SetupError(`${name}:${document.lineAt(offsetOf(document, path).offset)}: \`${field}\`: ${reason}.`)
}

const has = (document: ParsedYaml, path: readonly string[]) => offsetOf(document, path).whole

/** Where the value of a path begins, or the nearest one around it that is there. */
function offsetOf({ document }: ParsedYaml, path: readonly string[]): { offset: number; whole: boolean } {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    let next: unknown
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      if (!pair) return { offset, whole: false }
      offset = startOf(pair.key) ?? offset
      next = pair.value
    } else if (isSeq(node)) {
      next = node.items[Number(key)]
      offset = startOf(next) ?? offset
    } else return { offset, whole: false }
    node = next
  }
  return { offset, whole: true }
}

const startOf = (node: unknown): number | undefined =>
  (node as { range?: [number, number, number] } | null | undefined)?.range?.[0]

/** Nothing else gets into a link: `javascript:` would run. */
function isContact(href: string): boolean {
  if (/^tel:\+?[0-9]{2,15}$/.test(href) || /^sms:\+?[0-9]{2,15}(\?body=[A-Za-z0-9]{1,20})?$/.test(href)) return true
  return /^https:\/\/[^\s"'<>\\@]{1,200}$/.test(href) && URL.canParse(href)
}
