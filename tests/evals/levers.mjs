import { toRows } from '../../dist/core/retrieval/corpus-rows.js'

/** The same parts whose searches never bring rows of these kinds; a list of questions also lends no words. */
export function withoutRows(parts, ...kinds) {
  const rows = toRows(parts.corpus)
  const keep = (found, limit) => found.filter(({ row }) => !kinds.includes(rows[row].kind)).slice(0, limit)
  const { corpus } = parts
  return {
    ...parts,
    // Blank, not gone: rows keep their places in the index.
    corpus: {
      ...corpus,
      questions: kinds.includes('question')
        ? corpus.questions.map((one) => ({ ...one, question: '' }))
        : corpus.questions,
      unanswered: kinds.includes('unanswered') ? corpus.unanswered.map(() => '') : corpus.unanswered,
    },
    vectors: {
      size: parts.vectors.size,
      nearest: async (query, limit) => keep(await parts.vectors.nearest(query, parts.vectors.size), limit),
    },
    lexical: {
      ...parts.lexical,
      knows: (term) => parts.lexical.knows(term),
      search: (text, limit) => keep(parts.lexical.search(text, parts.vectors.size), limit),
    },
  }
}

export const withoutQuestions = (parts) => withoutRows(parts, 'question', 'unanswered')
