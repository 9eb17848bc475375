// Figures of the cautions and of other languages, as any caller of the chat API meets them.

/** Languages with texts of their own; all others get the reply in English. */
const SPOKEN = 'zh hi es fr ar bn pt ru ur id de ja'.split(' ')

/** Counts hits by name; `figures` gives them as shares from 0 to 1. */
function createCounts() {
  const sums = new Map()
  return {
    count(name, hit) {
      const [hits, of] = sums.get(name) ?? [0, 0]
      sums.set(name, [hits + (hit ? 1 : 0), of + 1])
    },
    figures: () =>
      Object.fromEntries([...sums].map(([name, [hits, of]]) => [name, { share: Number((hits / of).toFixed(3)), of }])),
  }
}

/**
 * Recall of the cautions on the rows that name one, and how often they come where a row says `not`.
 * @param {(row: object) => Promise<object>} ask gives the reply to a row
 * @param {{id: string, question: string, notice?: string, not?: string[]}[]} rows
 */
export async function scoreCautions(ask, rows) {
  const { count, figures } = createCounts()
  const misses = []
  for (const row of rows) {
    const isAsked = row.notice === 'personal_advice' || row.notice === 'prognosis'
    if (!isAsked && !row.not) continue
    const { notices, quotes } = await ask(row)
    const kinds = notices.map(({ kind }) => kind)
    // A quote with such figures brings the notice whatever was asked, and is right to.
    const isDue = (kind) => kind === 'prognosis' && quotes.some(({ sensitive }) => sensitive === 'prognosis')
    if (isAsked) {
      count(`${row.notice} recall`, kinds.includes(row.notice))
      if (!kinds.includes(row.notice)) misses.push(`${row.id} without ${row.notice}: ${row.question}`)
    }
    for (const kind of row.not ?? []) {
      const isWrong = kinds.includes(kind) && !isDue(kind)
      count(`wrong ${kind}`, isWrong)
      if (isWrong) misses.push(`${row.id} with ${kind}: ${row.question}`)
    }
  }
  return { figures: figures(), misses }
}

/**
 * How messages in other languages fare, and English ones with a foreign word.
 * @param {(row: object) => Promise<object>} ask gives the reply to a row
 * @param {{id: string, text: string, lang: string, emergency: boolean}[]} rows
 */
export async function scoreLanguages(ask, rows) {
  const { count, figures } = createCounts()
  const misses = []
  for (const row of rows) {
    const { status, language, notices } = await ask({ ...row, question: row.text })
    const isAlarmed = notices.some(({ kind }) => kind === 'emergency' || kind === 'crisis')
    const isForeign = status === 'unsupported_language' || language !== undefined
    const note = (name, hit, isMiss = !hit) => {
      count(name, hit)
      if (isMiss) misses.push(`${row.id} ${name} (${status}, ${language}): ${row.text}`)
    }
    if (row.lang === 'en') note('English refused', isForeign, isForeign)
    else if (!SPOKEN.includes(row.lang)) note('other language recognised', isForeign)
    else {
      note('language recognised', language === row.lang)
      if (row.emergency) note('red flag heard', isAlarmed)
      else note('false alarm', isAlarmed, isAlarmed)
    }
  }
  return { figures: figures(), misses }
}
