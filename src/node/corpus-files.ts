import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CorpusError, CorpusFaults } from '../core/errors.ts'
import type { CorpusInput } from '../core/ingest/build-corpus.ts'
import type { YamlFile } from '../core/ingest/yaml.ts'
import { sha256 } from './model/model-files.ts'
import { SetupError } from './setup-error.ts'

export interface CorpusFolder {
  readonly inputs: readonly CorpusInput[]
  /** Common questions that no source answers. */
  readonly unanswered?: YamlFile
  /** sha256 over the names and bytes of all files that were read. */
  readonly hash: string
}

const SOURCE = /^(.+)\.(?:md|markdown)$/i
const QUESTIONS = /^(.+)\.questions\.yaml$/
const GLOSSARY = /^(.+)\.glossary\.yaml$/
/** Near enough to be meant, but not read. */
const MISNAMED = /^(.+\.(?:questions|glossary)|unanswered)\.ya?ml$/i
const UNANSWERED = 'unanswered.yaml'
const ID = /^[a-z0-9-]+$/

/**
 * Reads `<id>.md`, `<id>.questions.yaml`, `<id>.glossary.yaml` and `unanswered.yaml` of a folder; a README.md and sub-folders are left alone.
 * @throws SetupError if the folder can't be read or holds no source
 * @throws CorpusFaults for names that are no ids, ids that stand twice, questions or glossaries without a source, and
 *   files that are not UTF-8
 */
export async function readCorpus(folder: string): Promise<CorpusFolder> {
  const { faults, ...corpus } = await readWhatCan(folder)
  if (faults.length > 0) throw new CorpusFaults(faults)
  return corpus
}

/**
 * As `readCorpus`, but faults are handed back beside what could be read without them.
 * @throws SetupError if the folder can't be read or holds no source
 */
export async function readWhatCan(folder: string): Promise<CorpusFolder & { readonly faults: readonly CorpusError[] }> {
  const names = (await listFiles(folder)).filter((name) => !/^readme\.md$/i.test(name))
  const sources = names.flatMap((name) => {
    const id = SOURCE.exec(name)?.[1]
    return id === undefined ? [] : [{ id, name, file: join(folder, name) }]
  })
  if (sources.length === 0) {
    throw new SetupError(`There is no source in ${folder}. Add a Markdown file <id>.md with front matter and text.`)
  }
  const besides = names.filter((name) => QUESTIONS.test(name) || GLOSSARY.test(name))
  const ill = namingFaults(sources)
  const faults = [...ill, ...orphans(folder, besides, sources), ...misnamed(folder, names)]

  const digests: string[] = []
  // One after the other and at once: a thousand small files take a third of the time that promises take.
  const read = (name: string) => {
    const file = join(folder, name)
    const bytes = readFileSync(file)
    digests.push(`${name} ${sha256(bytes)}`)
    if (isUtf8(bytes)) return bytes.toString('utf8')
    faults.push(new CorpusError(file, 1, 'the file is not UTF-8. Save it as UTF-8.'))
    return null
  }
  const readYaml = (name: string): YamlFile | null => {
    const yaml = read(name)
    return yaml === null ? null : { yaml, file: join(folder, name) }
  }
  const there = new Set(besides)
  const unfit = new Set(ill.map((fault) => fault.file))
  const inputs: CorpusInput[] = []
  for (const { id, name, file } of sources.filter((source) => !unfit.has(source.file))) {
    const beside = (kind: string) => (there.has(`${id}.${kind}.yaml`) ? readYaml(`${id}.${kind}.yaml`) : null)
    const questions = beside('questions')
    const glossary = beside('glossary')
    const markdown = read(name)
    if (markdown === null) continue
    inputs.push({ id, file, markdown, ...(questions && { questions }), ...(glossary && { glossary }) })
  }
  const unanswered = names.includes(UNANSWERED) ? readYaml(UNANSWERED) : null
  return { inputs, ...(unanswered && { unanswered }), hash: sha256(digests.sort().join('\n')), faults }
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
  } catch {
    throw new SetupError(`The corpus folder ${folder} can't be read. Set QUOTEWELL_CORPUS or --corpus to one that can.`)
  }
}

function namingFaults(sources: readonly { id: string; file: string }[]): CorpusError[] {
  const seen = new Map<string, string>()
  return sources.flatMap(({ id, file }) => {
    const key = id.toLowerCase()
    const first = seen.get(key)
    seen.set(key, first ?? file)
    if (first !== undefined)
      return [new CorpusError(file, 1, `the id ${key} is already taken by ${first}. Rename one.`)]
    if (!ID.test(id)) {
      return [new CorpusError(file, 1, 'the file name must be an id of a-z, 0-9 and hyphens. Rename the file.')]
    }
    return []
  })
}

function misnamed(folder: string, names: readonly string[]): CorpusError[] {
  return names
    .filter((name) => MISNAMED.test(name) && !QUESTIONS.test(name) && !GLOSSARY.test(name) && name !== UNANSWERED)
    .map((name) => new CorpusError(join(folder, name), 1, 'the name must end in .yaml, lower case. Rename the file.'))
}

function orphans(folder: string, besides: readonly string[], sources: readonly { id: string }[]): CorpusError[] {
  return besides.flatMap((name) => {
    const isGlossary = GLOSSARY.test(name)
    const id = (isGlossary ? GLOSSARY : QUESTIONS).exec(name)?.[1]
    if (sources.some((source) => source.id === id)) return []
    const what = isGlossary ? 'this glossary' : 'these questions'
    return [new CorpusError(join(folder, name), 1, `there is no source ${id}.md to ${what}. Rename or delete it.`)]
  })
}
