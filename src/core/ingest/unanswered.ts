import { z } from 'zod'
import type { YamlFile } from './yaml.ts'
import { readYamlList } from './yaml-list.ts'

const entry = z.strictObject({
  topic: z.string().trim().min(1),
  questions: z.array(z.string().trim().min(1).max(300)).min(1),
})

/**
 * Reads `unanswered.yaml`: common questions that no source of the corpus answers, by topic. A message that is nearer to
 * one of them than to what the sources say gets no answer.
 * @throws CorpusError with the line of a malformed entry
 */
export function parseUnanswered(yaml: YamlFile): string[] {
  return readYamlList(yaml, entry, '`topic:` and a list of `questions:`').flatMap(({ value }) => value.questions)
}
