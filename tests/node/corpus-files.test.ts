import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CorpusFaults } from '../../src/core/errors.ts'
import { readCorpus } from '../../src/node/corpus-files.ts'
import { SetupError } from '../../src/node/setup-error.ts'
import { type Files, useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
const hashOf = async (files: Files) => (await readCorpus(await folder(files))).hash

describe('what is read', () => {
  test('sources by their names, in that order, each with the questions and the glossary beside it', async () => {
    const path = await folder({
      'b-2.markdown': 'two',
      'a-1.md': 'one',
      'a-1.questions.yaml': '[]',
      'a-1.glossary.yaml': '- y',
      'c.MD': 'three',
      'c.questions.yaml': '- x',
    })
    expect((await readCorpus(path)).inputs).toEqual([
      {
        id: 'a-1',
        file: join(path, 'a-1.md'),
        markdown: 'one',
        questions: { yaml: '[]', file: join(path, 'a-1.questions.yaml') },
        glossary: { yaml: '- y', file: join(path, 'a-1.glossary.yaml') },
      },
      { id: 'b-2', file: join(path, 'b-2.markdown'), markdown: 'two' },
      {
        id: 'c',
        file: join(path, 'c.MD'),
        markdown: 'three',
        questions: { yaml: '- x', file: join(path, 'c.questions.yaml') },
      },
    ])
  })

  test('a README, sub-folders and files of other kinds are left alone', async () => {
    const path = await folder({
      'a.md': 'one',
      'README.md': 'how to',
      'picture.png': 'x',
      'notes.txt': 'x',
      'original/b.md': 'two',
    })
    await mkdir(join(path, 'folder.md'))
    expect((await readCorpus(path)).inputs.map(({ id }) => id)).toEqual(['a'])
  })
})

describe('the hash tells whether the corpus has changed', () => {
  const files = { 'a.md': 'one', 'a.questions.yaml': '[]', 'a.glossary.yaml': '[]', 'b.md': 'two' }

  test('it is the same for the same files, wherever they are', async () => {
    expect(await hashOf(files)).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashOf({ ...files, 'README.md': 'x', 'deep/c.md': 'x' })).toBe(await hashOf(files))
  })

  test.each<[string, Files]>([
    ['a byte of a source', { ...files, 'b.md': 'twO' }],
    ['a byte of the questions', { ...files, 'a.questions.yaml': '[ ]' }],
    ['a byte of the glossary', { ...files, 'a.glossary.yaml': '[ ]' }],
    ['no glossary', { 'a.md': 'one', 'a.questions.yaml': '[]', 'b.md': 'two' }],
    ['a name', { 'a.md': 'one', 'a.questions.yaml': '[]', 'a.glossary.yaml': '[]', 'c.md': 'two' }],
    ['a source more', { ...files, 'c.md': 'three' }],
    ['a source less', { 'a.md': 'one', 'a.questions.yaml': '[]', 'a.glossary.yaml': '[]' }],
    ['contents that changed places', { ...files, 'a.md': 'two', 'b.md': 'one' }],
  ])('%s', async (_, changed) => {
    expect(await hashOf(changed)).not.toBe(await hashOf(files))
  })
})

describe('faults', () => {
  async function linesOf(files: Files): Promise<string[]> {
    const path = await folder(files)
    const error = await readCorpus(path).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(CorpusFaults)
    return (error as Error).message.replaceAll(join(path, '/'), '').split('\n')
  }

  test.each<[string, Files, string]>([
    ['two endings', { 'a.md': '', 'a.markdown': '' }, 'a.md:1: the id a is already taken by a.markdown. Rename one.'],
    ['two ways to write it', { 'a.md': '', 'A.MD': '' }, 'a.md:1: the id a is already taken by A.MD. Rename one.'],
  ])('an id that stands twice: %s', async (_, files, line) => {
    expect((await linesOf(files)).map((text) => text.replace(/^.*[\\/]/, ''))).toContain(line.replace(/^.*[\\/]/, ''))
  })

  test.each(['My Source.md', 'Bone.md', 'bone_facts.md', 'bone.facts.md', 'knochen-größe.md', '.hidden.md'])(
    'a name that is no id: %s',
    async (name) => {
      expect(await linesOf({ [name]: '', 'a.md': '' })).toEqual([
        `${name}:1: the file name must be an id of a-z, 0-9 and hyphens. Rename the file.`,
      ])
    },
  )

  test('questions without a source', async () => {
    expect(await linesOf({ 'a.md': '', 'b.questions.yaml': '[]' })).toEqual([
      'b.questions.yaml:1: there is no source b.md to these questions. Rename or delete it.',
    ])
  })

  test('a glossary without a source', async () => {
    expect(await linesOf({ 'a.md': '', 'b.glossary.yaml': '[]' })).toEqual([
      'b.glossary.yaml:1: there is no source b.md to this glossary. Rename or delete it.',
    ])
  })

  test.each(['a.glossary.yml', 'a.Glossary.yaml'])('a glossary that would not be read: %s', async (name) => {
    expect(await linesOf({ 'a.md': '', [name]: '[]' })).toEqual([
      `${name}:1: the name must end in .yaml, lower case. Rename the file.`,
    ])
  })

  test('all of them are told at once', async () => {
    const lines = await linesOf({ 'A B.md': '', 'a.md': '', 'a.markdown': '', 'z.questions.yml': '' })
    expect(lines.map((line) => line.split(':')[0])).toEqual(['A B.md', 'a.md', 'z.questions.yml'])
  })

  test('a second file of questions is not left out in silence', async () => {
    const path = await folder({ 'a.md': 'one', 'a.questions.yaml': '[]', 'a.questions.yml': '[]' })
    await expect(readCorpus(path)).rejects.toThrow(/a\.questions\.ya?ml:1: /)
  })

  test('a file that is not UTF-8 is refused: its quotes would not be what the source says', async () => {
    const path = await folder({ 'a.md': Buffer.from('---\ntitle: Café\n---\n\nBones.', 'latin1') })
    await expect(readCorpus(path)).rejects.toThrow(/a\.md:\d+: /)
  })
})

describe('a folder without sources is refused in one line that says what to do', () => {
  test.each<[string, Files]>([
    ['empty', {}],
    ['with a README and questions only', { 'README.md': '', 'a.questions.yaml': '' }],
  ])('%s', async (_, files) => {
    const path = await folder(files)
    await expect(readCorpus(path)).rejects.toThrow(
      new SetupError(`There is no source in ${path}. Add a Markdown file <id>.md with front matter and text.`),
    )
  })

  test.each(['nowhere', 'a.md'])('not there, or a file: %s', async (name) => {
    const path = join(await folder({ 'a.md': '' }), name)
    await expect(readCorpus(path)).rejects.toThrow(
      new SetupError(`The corpus folder ${path} can't be read. Set QUOTEWELL_CORPUS or --corpus to one that can.`),
    )
  })
})
