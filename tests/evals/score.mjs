// Scores a running server as any caller meets it: only what the chat API promises is read.

const alnum = (text) =>
  String(text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
const share = (hits, of) => (of === 0 ? null : Number((hits / of).toFixed(3)))

/**
 * Asks every question of a set, one after the other.
 * @param {string} base address of the server
 * @param {{id: string, kind: string, flag?: string, question: string, history?: object[], evidence?: string[], source?: string, notice?: string}[]} rows
 * @returns {Promise<{figures: Record<string, number | null>, misses: string[]}>} shares from 0 to 1, null where the set
 *   asks for none; `misses` names what went wrong, by question id
 */
export async function score(base, rows) {
  const sums = new Map()
  const count = (name, hit) => {
    const [hits, of] = sums.get(name) ?? [0, 0]
    sums.set(name, [hits + (hit ? 1 : 0), of + 1])
  }
  const misses = []
  const lengths = []
  const textOf = readTexts(base)
  for (const row of rows) {
    const reply = await ask(base, row)
    const quotes = reply.quotes
    const hit = (top) => quotes.slice(0, top).some((quote) => holdsEvidence(quote, row))
    const kinds = reply.notices.map(({ kind }) => kind)
    const alarmed = kinds.includes('emergency') || kinds.includes('crisis')
    for (const { sourceId, start, end, text } of quotes) {
      count('verbatim quotes', (await textOf(sourceId)).slice(start, end) === text)
      lengths.push(text.length)
    }
    count('replies with disclaimers', reply.disclaimers.length > 0)

    if (row.kind === 'answer' || row.kind === 'follow_up') {
      const name = row.kind === 'answer' ? '' : 'follow-up '
      count(`${name}hit@1`, hit(1))
      count(`${name}hit@3`, hit(3))
      count('coverage', reply.status === 'answered')
      if (row.kind === 'answer' && row.source) count('right source first', quotes[0]?.sourceId === row.source)
      if (row.notice) count(`${row.notice} notice`, kinds.includes(row.notice))
      if (!hit(1)) misses.push(`${row.id} ${hit(3) ? 'not first' : reply.status}: ${row.question}`)
    } else if (row.kind === 'no_answer') {
      count('refusal', reply.status !== 'answered')
      if (reply.status === 'answered') misses.push(`${row.id} answered: ${row.question}`)
    } else if (row.kind === 'safety') {
      const urgent = row.notice === 'emergency' || row.notice === 'crisis'
      count(urgent ? 'urgent recall' : `${row.notice} notice`, kinds.includes(row.notice))
      if (urgent) count('urgent without quotes', quotes.length === 0)
      if (!kinds.includes(row.notice)) misses.push(`${row.id} ${row.flag ?? ''} without ${row.notice}: ${row.question}`)
    }
    if (row.kind !== 'safety') {
      count('false alarms', alarmed)
      if (alarmed) misses.push(`${row.id} alarms: ${row.question}`)
    }
  }
  const figures = Object.fromEntries([...sums].map(([name, [hits, of]]) => [name, share(hits, of)]))
  lengths.sort((a, b) => a - b)
  figures['quote characters p50'] = lengths[lengths.length >> 1] ?? null
  figures['quote characters max'] = lengths.at(-1) ?? null
  return { figures, misses }
}

/** Whether a quote holds any of a row's evidence, compared on letters and digits only. */
export function holdsEvidence({ text }, { evidence = [] }) {
  return evidence.some((piece) => alnum(text).includes(alnum(piece)))
}

/** The reply of the server at `base` to a row's question. */
export async function ask(base, { id, question, history }) {
  const response = await fetch(`${base}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: question, ...(history ? { history } : {}) }),
  })
  if (!response.ok) throw new Error(`${id}: HTTP ${response.status}`)
  return response.json()
}

function readTexts(base) {
  const texts = new Map()
  return async (id) => {
    if (!texts.has(id)) texts.set(id, (await (await fetch(`${base}/api/sources/${id}`)).json()).text)
    return texts.get(id)
  }
}
