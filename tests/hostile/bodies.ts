/** Request bodies that no sane client sends, as the text or the bytes that travel. */
import fc from 'fast-check'

/** Stands in every part that a caller can choose; no refusal may hold it. */
export const CANARY = 'zqcanary'

const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('What is it?', 'How rare is it?', '', ' ', '\u0000', '\ud800', '\udc00x', '\u202e', `${CANARY}\0`),
  fc.string({ minLength: 1, maxLength: 4 }).map((some) => some.repeat(1200)),
)
const name = fc.oneof(
  fc.constantFrom('message', 'history', 'country', 'maxQuotes', 'role', 'content'),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', CANARY, ''),
  fc.string({ maxLength: 8 }),
)
/** JSON as text, since values such as 1e999 and a second `__proto__` only exist there. */
const number = fc.oneof(
  fc.double().map(String),
  fc.constantFrom(
    '1e999',
    '-1e999',
    '9007199254740993',
    '1E400',
    '-0',
    '0.1e-300',
    '1'.repeat(400),
    '3',
    '2.5',
    '01',
    '+1',
  ),
)
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text.map((one) => JSON.stringify(one)),
    number,
    fc.constantFrom('null', 'true', 'false', '[]', '{}', 'NaN', 'undefined', `"${CANARY}"`, '"\\ud83d"', '"\\u0000"'),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 4 }).map(toObject),
  ),
}))

function toObject(fields: readonly (readonly [string, string])[]): string {
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${one}`).join(',')}}`
}

const turn = fc
  .tuple(fc.oneof(fc.constantFrom('"user"', '"assistant"', '"system"'), value), fc.oneof(text.map(toJson), value))
  .map(([role, content]) => toObject([['role', role], ['content', content]])) // biome-ignore format: one line reads best
const history = fc.oneof(
  fc.array(turn, { maxLength: 22 }).map((turns) => `[${turns.join(',')}]`),
  value,
)
const country = fc.oneof(fc.constantFrom('"GB"', '"us"', '"GBR"', '"\\u0130x"'), value)
const maxQuotes = fc.oneof(fc.constantFrom('1', '5', '6', '0', '-1'), number, value)

/** Near enough to a valid request that every field is reached. */
const request = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: text.map(toJson) }, value),
    fc.option(history),
    fc.option(country),
    fc.option(maxQuotes),
    fc.option(fc.tuple(name, value)),
  )
  .map(([message, turns, place, count, extra]) =>
    toObject([
      ['message', message],
      ...(turns === null ? [] : ([['history', turns]] as const)),
      ...(place === null ? [] : ([['country', place]] as const)),
      ...(count === null ? [] : ([['maxQuotes', count]] as const)),
      ...(extra === null ? [] : [extra]),
    ]),
  )

function toJson(one: string): string {
  return JSON.stringify(one)
}

const answerable = fc
  .record(
    {
      message: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((some) => `bones ${some}`),
      history: fc.array(
        fc.record({
          role: fc.constantFrom('user', 'assistant'),
          content: fc.string({ unit: 'grapheme', minLength: 1 }),
        }),
        { maxLength: 3 },
      ),
      country: fc.constantFrom('GB', 'us'),
      maxQuotes: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['message'] },
  )
  .map((fields) => JSON.stringify(fields))

const broken = fc
  .tuple(request, fc.nat(), fc.constantFrom('', '}', ',', '"', '\\', '\u0000', '//', "'", CANARY))
  .map(([json, at, mark]) => `${json.slice(0, at % (json.length + 1))}${mark}`)
const deep = fc
  .tuple(
    fc.constantFrom('[', '{"message":', '{"history":[{"content":', `{"${CANARY}":`),
    fc.integer({ min: 2, max: 4000 }),
  )
  .map(([open, depth]) => open.repeat(depth))
const closedDeep = fc.integer({ min: 2, max: 20_000 }).map((n) => `{"message":${'['.repeat(n)}${']'.repeat(n)}}`)
const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => new Uint8Array(some))

export const body: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  { weight: 12, arbitrary: request },
  { weight: 1, arbitrary: answerable },
  { weight: 6, arbitrary: broken },
  { weight: 4, arbitrary: value },
  { weight: 2, arbitrary: fc.oneof(deep, closedDeep) },
  { weight: 2, arbitrary: bytes },
  { weight: 2, arbitrary: fc.json({ maxDepth: 6 }) },
)
