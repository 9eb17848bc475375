import { Tokenizer } from '@huggingface/tokenizers'
import { z } from 'zod'

export interface WordPieces {
  /** Ids of a text's word-pieces, [CLS] first and [SEP] last, at most `limit` in all. */
  read(text: string, limit: number): number[]
  isWord(word: string): boolean
  continuesWord(piece: number): boolean
}

const tokenizerFile = z.looseObject({
  normalizer: z.looseObject({ type: z.literal('BertNormalizer') }),
  model: z.looseObject({ continuing_subword_prefix: z.string() }),
})

/**
 * The tokenizer of a BERT model, from its two files.
 * transformers.js, which made the index, leaves accents outside of U+0300 to U+036F where they are; this library would
 * drop all of them, in Hindi vowels too, so its own normaliser keeps them and two more steps drop those.
 */
export function openWordPieces(tokenizer: unknown, config: object): WordPieces {
  const { normalizer, ...rest } = tokenizerFile.parse(tokenizer)
  const steps = [
    { ...normalizer, strip_accents: false },
    { type: 'NFD' },
    { type: 'Replace', pattern: { Regex: '[\\u0300-\\u036f]' }, content: '' },
  ]
  const { continuing_subword_prefix: prefix } = rest.model
  const library = new Tokenizer({ ...rest, normalizer: { type: 'Sequence', normalizers: steps } }, config)
  return {
    read(text, limit) {
      const { ids } = library.encode(text)
      return ids.length <= limit ? ids : [...ids.slice(0, limit - 1), ...ids.slice(-1)]
    },
    isWord: (word) => library.token_to_id(word) !== undefined,
    continuesWord: (piece) => library.id_to_token(piece)?.startsWith(prefix) ?? false,
  }
}
