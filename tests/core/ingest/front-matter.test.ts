import { describe, expect, test } from 'vitest'
import { CorpusError } from '../../../src/core/errors.ts'
import { parseFrontMatter } from '../../../src/core/ingest/front-matter.ts'

const FILE = 'corpus/bone.md'
/** The front matter begins on line 2 of a file, under `---`. */
const read = (...lines: string[]) => parseFrontMatter(lines.join('\n'), FILE, 2)

function faultOf(...lines: string[]): string {
  try {
    read(...lines)
  } catch (error) {
    expect(error).toBeInstanceOf(CorpusError)
    return (error as CorpusError).message
  }
  throw new Error('The front matter was taken.')
}

describe('what is read', () => {
  test('a title alone is enough; what is not told is null, the language English', () => {
    expect(read('title: Bone facts')).toEqual({
      title: 'Bone facts',
      authors: [],
      publisher: null,
      published: null,
      lastRevised: null,
      url: null,
      doi: null,
      licence: null,
      audience: null,
      language: 'en',
      publicationType: null,
    })
  })

  test('all fields', () => {
    const metadata = read(
      'title: " Bone facts "',
      'authors:',
      '  - A. Reader, MD',
      '  - B. Writer',
      'publisher: Example Press',
      'published: 2004',
      'lastRevised: 2004-12',
      'url: https://example.org/bone?x=1#y',
      'doi: 10.1136/thx.2016',
      'licence: CC BY 4.0',
      'audience: clinician',
      'language: pt-BR',
      'publicationType: case-report',
    )
    expect(metadata).toEqual({
      title: 'Bone facts',
      authors: ['A. Reader, MD', 'B. Writer'],
      publisher: 'Example Press',
      published: '2004',
      lastRevised: '2004-12',
      url: 'https://example.org/bone?x=1#y',
      doi: '10.1136/thx.2016',
      licence: 'CC BY 4.0',
      audience: 'clinician',
      language: 'pt-BR',
      publicationType: 'case-report',
    })
  })

  test('a field left blank is unknown, not empty', () => {
    expect(read('title: x', 'publisher:', 'url:', 'audience:')).toMatchObject({
      publisher: null,
      url: null,
      audience: null,
    })
  })

  test.each(['2004', '2004-12', '2004-02-29', "'2004'"])('the date %s', (date) => {
    expect(read('title: x', `published: ${date}`).published).toBe(date.replaceAll("'", ''))
  })

  test('a date is text, whatever YAML takes it for', () => {
    expect(read('title: x', 'published: 2004-12-01').published).toBe('2004-12-01')
  })
})

describe('faults of the title', () => {
  const MISSING = '`title` is missing or not text. Add a line `title: …` to the front matter.'

  test('none: told at the first line of the front matter, where it is to be added', () => {
    expect(faultOf('publisher: Example Press', 'audience: patient')).toBe(`corpus/bone.md:2: ${MISSING}`)
  })

  test('no front matter fields at all', () => {
    expect(faultOf('')).toBe(`corpus/bone.md:2: ${MISSING}`)
  })

  test('nothing behind the colon: told where it stands', () => {
    expect(faultOf('audience: patient', 'title:')).toBe(`corpus/bone.md:3: ${MISSING}`)
  })

  test('a number', () => {
    expect(faultOf('title: 2004')).toBe(`corpus/bone.md:2: ${MISSING}`)
  })

  test('white space only', () => {
    expect(faultOf('title: "  "')).toBe('corpus/bone.md:2: `title`: must not be empty.')
  })
})

describe('broken YAML', () => {
  test('a quotation mark that is not closed', () => {
    expect(faultOf('title: "Bone facts')).toMatch(/^corpus\/bone\.md:2: this is not valid YAML: .+\.$/)
  })

  test('a colon in an unquoted title', () => {
    expect(faultOf('audience: patient', 'title: Bone: facts')).toMatch(/^corpus\/bone\.md:3: this is not valid YAML: /)
  })

  test('a field that stands twice: told at the second', () => {
    expect(faultOf('title: a', 'audience: patient', 'title: b')).toBe(
      'corpus/bone.md:4: this is not valid YAML: Map keys must be unique.',
    )
  })

  test('a list instead of fields', () => {
    expect(faultOf('- Bone facts')).toBe('corpus/bone.md:2: the front matter must be a list of `name: value` lines.')
  })

  test('a title in asterisks, which YAML takes for an alias', () => {
    expect(faultOf('audience: patient', 'title: *Bone*')).toMatch(/^corpus\/bone\.md:\d+: /)
  })

  test('is told in one line', () => {
    expect(faultOf('title: [a', 'audience: }')).not.toContain('\n')
  })
})

describe('faults of other fields are told on their own line', () => {
  test('an unknown field, with those that are known', () => {
    const message = faultOf('title: x', 'audience: patient', 'auther: Somebody')
    expect(message).toMatch(/^corpus\/bone\.md:4: unknown field `auther`\. Known fields: title, authors, publisher, /)
  })

  test.each(['2004-13', '2004-02-30', '2023-02-29', '04-12', '2004-1', 'December 2004', '2004/12', '20045'])(
    'the date %s',
    (date) => {
      expect(faultOf('title: x', `lastRevised: ${date}`)).toBe(
        'corpus/bone.md:3: `lastRevised`: must be a date as YYYY, YYYY-MM or YYYY-MM-DD.',
      )
    },
  )

  test.each([
    'javascript:alert(1)',
    'data:text/html,hello',
    'file:///etc/hosts',
    'ftp://example.org',
    'example.org',
    '//example.org',
    'https://',
  ])('the address %s', (url) => {
    expect(faultOf('title: x', `url: '${url}'`)).toBe('corpus/bone.md:3: `url`: must be a full http or https address.')
  })

  test('an audience that is none', () => {
    expect(faultOf('title: x', 'audience: doctors')).toMatch(
      /^corpus\/bone\.md:3: `audience`: .*"patient"\|"clinician"\.$/,
    )
  })

  test('authors that are no list', () => {
    expect(faultOf('title: x', 'authors: A. Reader')).toMatch(/^corpus\/bone\.md:3: `authors`: /)
  })

  test('an author without a name', () => {
    expect(faultOf('title: x', 'authors:', '  - A. Reader', '  - ""')).toBe(
      'corpus/bone.md:3: `authors`: must not be empty.',
    )
  })

  test('a language that is no language tag', () => {
    expect(faultOf('title: x', 'language: English please')).toBe(
      'corpus/bone.md:3: `language`: must be a language tag such as en or pt-BR.',
    )
  })

  test('a kind of publication that is none', () => {
    expect(faultOf('title: x', 'publicationType: blog')).toMatch(/^corpus\/bone\.md:3: `publicationType`: /)
  })
})
