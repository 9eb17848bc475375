import type { Part, TestDocument } from './document.ts'

const NOUNS = [
  'moss',
  'riverbank',
  'observation',
  'temperature',
  'follow-up',
  'photosynthesis',
  'investigation',
  'self-seeding',
  'germination',
  'neighbourhood',
  'mill-wall',
  'circumstance',
  'distribution',
  'characteristic',
  'long-term study',
  'cushion',
  'gardener',
  'rainwater',
  're-examination',
  'population',
]
const VERBS = [
  'determines',
  'accompanies',
  'demonstrates',
  'is',
  'follows',
  'outgrows',
  'anticipates',
  'has',
  'precedes',
  'contradicts',
]
const OTHERS = [
  'slow-growing',
  'unusual',
  'comparable',
  'considerable',
  'the',
  'a',
  'every',
  'north-facing',
  'experimental',
  'many-coloured',
  'unnecessary',
  'old',
  'well-informed',
  'interconnected',
  'retrospective',
]

/** A book of sentences without much sense: the same words for the same seed. */
export function longText(chapters: number, seed = 7): TestDocument {
  let state = seed
  const pick = <Item>(list: readonly Item[]): Item => {
    // The minimal standard generator of Park and Miller (1988).
    state = (state * 48_271) % 2_147_483_647
    return list[state % list.length] as Item
  }
  const clause = () => `${pick(OTHERS)} ${pick(OTHERS)} ${pick(NOUNS)} ${pick(VERBS)} ${pick(OTHERS)} ${pick(NOUNS)}`
  const sentence = () => {
    const text = `${clause()}${pick([', although ', ' and ', ' of '])}${clause()}`
    return `${text[0]?.toUpperCase()}${text.slice(1)}${pick(['.', '.', '?', ' (2004).'])}`
  }
  const paragraph = (): Part => ({ paragraph: Array.from({ length: 4 + (state % 5) }, sentence).join(' ') })
  const parts = Array.from({ length: chapters }, (_, at): Part[] => [
    { heading: `Chapter ${at + 1}: ${pick(['Growth', 'Water', 'Light', 'Neighbours'])}`, level: 2 },
    ...Array.from({ length: 9 }, paragraph),
  ])
  return { title: 'The moss book', parts: parts.flat() }
}
