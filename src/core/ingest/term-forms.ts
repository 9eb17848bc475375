/** Words with their hyphens, so that "adjuvant" is not in "neo-adjuvant", and each other mark on its own. */
const TOKEN = /[\p{L}\p{N}-]+|[^\s\p{L}\p{N}-]/gu

interface Form {
  readonly key: string
  readonly tokens: readonly string[]
  readonly inCapitals: boolean
}

/**
 * Finds the wordings of terms in texts, as whole words; where some overlap, the longest counts. Letter case is ignored,
 * but a form without small letters, such as ED, is found only as it is written.
 * @returns finds the forms that stand in a text, as `keyOf` writes them, each as often as it does, in the order of the text
 */
export function createFormFinder(forms: readonly string[]): (text: string) => string[] {
  const byFirst = new Map<string, Form[]>()
  for (const form of forms.map(toForm).toSorted((a, b) => b.tokens.length - a.tokens.length)) {
    const first = form.tokens[0]?.toLowerCase() ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), form])
  }
  return (text) => {
    const tokens = tokensOf(text)
    const small = tokens.map((token) => token.toLowerCase())
    const found: string[] = []
    for (let at = 0; at < tokens.length; ) {
      const form = byFirst.get(small[at] ?? '')?.find((one) => stands(one, one.inCapitals ? tokens : small, at))
      if (form) found.push(form.key)
      at += form?.tokens.length ?? 1
    }
    return found
  }
}

/** What tells forms apart: a form in capitals keeps them. */
export function keyOf(form: string): string {
  return form === form.toUpperCase() ? form : form.toLowerCase()
}

function toForm(form: string): Form {
  const key = keyOf(form)
  return { key, tokens: tokensOf(key), inCapitals: key !== form.toLowerCase() }
}

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

const stands = (form: Form, tokens: readonly string[], at: number) =>
  form.tokens.every((token, offset) => tokens[at + offset] === token)
