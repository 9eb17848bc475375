import { type Document, LineCounter, parseDocument } from 'yaml'
import { CorpusError } from '../errors.ts'

export interface YamlFile {
  readonly yaml: string
  /** As named in error messages. */
  readonly file: string
}

export interface ParsedYaml {
  readonly value: unknown
  readonly document: Document
  /** Line of the file, 1-based, for an offset in the YAML. */
  lineAt(offset: number): number
}

/**
 * @param firstLine line of the file on which the YAML begins, 1-based
 * @throws CorpusError on the line of the first fault
 */
export function parseYaml({ yaml, file }: YamlFile, firstLine = 1): ParsedYaml {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const lineAt = (offset: number) => firstLine + Math.max(1, lines.linePos(offset).line) - 1
  const [broken] = document.errors
  if (broken) {
    const [reason] = broken.message.split(/\n| at line \d/)
    throw new CorpusError(file, lineAt(broken.pos[0]), `this is not valid YAML: ${reason}.`)
  }
  try {
    return { value: document.toJS(), document, lineAt }
  } catch {
    // `title: *Bone*`: a star at the beginning of a value refers to another value in YAML.
    const line = lineAt(Math.max(0, yaml.search(/(?<=[:-] +)\*/)))
    throw new CorpusError(file, line, 'a value that begins with * needs quotes around it.')
  }
}
