// Writes the tables of docs/SAFETY.md from the rules, texts and contacts.
// usage: npm run safety-docs [-- --check]      --check only tells whether the document is in step
import { readFileSync, writeFileSync } from 'node:fs'
import { crises, emergencies, safetyMessages } from '../dist/core/safety/catalogue.js'
import { listContacts } from '../dist/core/safety/contacts.js'
import { RED_FLAGS } from '../dist/core/safety/red-flags/index.js'

const file = new URL('../docs/SAFETY.md', import.meta.url)
const cell = (text) => String(text).replaceAll('|', '\\|')
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const rules = table(
  ['red flag', 'kind', 'text', 'signs', 'examples', 'near misses'],
  RED_FLAGS.map(({ id, kind, text, helperText, signs, examples, nearMisses }) => [
    id,
    kind,
    text === helperText ? text.id : `${text.id}, of others ${helperText.id}`,
    signs.length,
    examples.length,
    nearMisses.length,
  ]),
)
const texts = table(
  ['text', 'version', 'sources', 'reviewed by'],
  [safetyMessages, emergencies, crises].flatMap((group) =>
    Object.values(group).map(({ id, version, sources, reviewedBy }) => [
      id,
      version,
      sources.join('; '),
      reviewedBy ?? 'nobody yet',
    ]),
  ),
)
const contacts = table(
  ['country', 'emergency', 'source', 'crisis', 'source'],
  listContacts().map(({ code, emergency, emergencySource, crisis, crisisSource }) => [
    code,
    emergency,
    emergencySource,
    crisis.join(', '),
    crisisSource,
  ]),
)

let document = readFileSync(file, 'utf8')
const before = document
for (const [name, content] of Object.entries({ rules, texts, contacts })) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const [head, rest] = document.split(start)
  document = `${head}${start}\n${content}\n${end}${rest.split(end)[1]}`
}
if (process.argv.includes('--check')) process.exit(document === before ? 0 : 1)
writeFileSync(file, document)
