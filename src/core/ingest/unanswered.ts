import { z } from 'zod'
import { type OnFault, raise } from './faults.ts'
import type { YamlFile } from './yaml.ts'
import { readYamlList } from './yaml-list.ts'

const entry = z.strictObject({
  topic: z.string().trim().min(1),
  questions: z.array(z.string().trim().min(1).max(300)).min(1),
})

/**
 * Reads `unanswered.yaml`: common questions that no source of the corpus answers, by topic. A message that is nearer to
 * one of them than to what the sources say gets no answer.
 * @param onFault told of each malformed entry; without it the first one is thrown
 * @throws CorpusError with its line
 */
export function parseUnanswered(yaml: YamlFile, onFault: OnFault = raise): string[] {
  const entries = readYamlList(yaml, entry, '`topic:` and a list of `questions:`', onFault)
  return entries.flatMap(({ value }) => value.questions)
}
