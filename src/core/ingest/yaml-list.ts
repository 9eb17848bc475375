import { isCollection, isMap } from 'yaml'
import type { z } from 'zod'
import { CorpusError } from '../errors.ts'
import { type OnFault, raise } from './faults.ts'
import { normalise } from './normalise.ts'
import { parseYaml, type YamlFile } from './yaml.ts'

/**
 * Reads a YAML list whose entries have one shape; an empty file is an empty list.
 * @param needs what each entry needs, for the error message
 * @returns each entry with the line on which its first value begins, 1-based
 * @param onFault told of each entry that has another shape, which is left out
 * @throws CorpusError where the file is no list, and what `onFault` throws
 */
export function readYamlList<Entry>(
  { yaml, file }: YamlFile,
  entry: z.ZodType<Entry>,
  needs: string,
  onFault: OnFault = raise,
): { value: Entry; line: number }[] {
  const { value: list, document, lineAt } = parseYaml({ yaml: normalise(yaml), file })
  if (list === null || list === undefined) return []
  if (!Array.isArray(list)) throw new CorpusError(file, 1, `this must be a list. Each entry needs ${needs}.`)
  const nodes = isCollection(document.contents) ? document.contents.items : []
  return list.flatMap((item, at) => {
    const node = nodes[at]
    const first = isMap(node) ? node.items[0]?.value : node
    const line = lineAt((first as { range?: [number, number, number] } | null)?.range?.[0] ?? 0)
    const parsed = entry.safeParse(item)
    if (parsed.success) return [{ value: parsed.data, line }]
    onFault(new CorpusError(file, line, `each entry needs ${needs}.`))
    return []
  })
}
