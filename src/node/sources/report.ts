import type { Change } from '../documents/document.ts'

/** Of each kind of change so many are shown, and so much of each, in UTF-16 code units. */
const EXAMPLES = 3
const EXAMPLE_CHARS = 90

/** What was removed or repaired: a line a kind with its count and examples, or with `all` every one of them. */
export function renderChanges(changes: readonly Change[], all: boolean): string {
  const kinds = new Map<string, Change[]>()
  for (const change of changes) {
    const name = `${change.kind} ${change.what}`
    kinds.set(name, [...(kinds.get(name) ?? []), change])
  }
  const lines = [...kinds]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([name, list]) => {
      const shown = all ? list : distinct(list).slice(0, EXAMPLES)
      const more = !all && distinct(list).length > EXAMPLES ? ['    … (--verbose shows all)'] : []
      const [kind, ...what] = name.split(' ')
      return [
        `  ${kind}: ${what.join(' ')} (${list.length})`,
        ...shown.map((change) => `    ${example(change, all)}`),
        ...more,
      ]
    })
  return lines.length === 0 ? '  nothing removed, nothing repaired\n' : `${lines.join('\n')}\n`
}

function distinct(list: readonly Change[]): Change[] {
  return list.filter(({ text }, at) => list.findIndex((other) => other.text === text) === at)
}

function example({ text, page }: Change, all: boolean): string {
  const shown = all || text.length <= EXAMPLE_CHARS ? text : `${text.slice(0, EXAMPLE_CHARS).trimEnd()}…`
  return page === undefined ? `“${shown}”` : `“${shown}” (page ${page})`
}
