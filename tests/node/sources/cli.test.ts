import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseSource } from '../../../src/core/ingest/parse.ts'
import { type AddOptions, addSources } from '../../../src/node/sources/add-sources.ts'
import { webPages } from '../../documents/web-pages.ts'
import { compileProgram, runProgram } from '../run-program.ts'
import { smallCorpus } from '../small-corpus.ts'
import { type Files, readTree, useTempFolders, writeFiles } from '../temp-folders.ts'

const folder = useTempFolders()
const page = webPages[0]?.bytes ?? new Uint8Array()
const words = 'Moss is green and grows by the water.'

beforeAll(compileProgram)

/** A corpus and a folder of leaflets, and the command on them. */
async function desk(leaflets: Files) {
  const [corpus, inbox] = [await folder(smallCorpus), await folder(leaflets)]
  const run = (...args: string[]) =>
    runProgram(
      args.map((arg) => (arg in leaflets ? join(inbox, arg) : arg)),
      { QUOTEWELL_CORPUS: corpus },
    )
  const add = (files: readonly string[], options: AddOptions) =>
    addSources(
      corpus,
      files.map((file) => join(inbox, file)),
      options,
      null,
    )
  return { corpus, run, add }
}

describe('add', () => {
  test('writes the source and its original, and tells what it removed', async () => {
    const { corpus, run } = await desk({ 'moss.html': page })
    const { code, stdout } = await run(
      'add',
      'moss.html',
      '--author',
      'Ada Fern',
      '--author',
      'Ben Bog',
      '--published',
      '2020-05',
      '--audience',
      'patient',
    )
    expect(code).toBe(0)
    expect(stdout).toContain('removed: navigation (')
    expect(stdout).toContain('not known: --licence\n')
    expect(stdout).toContain('npm run index')
    const markdown = await readFile(join(corpus, 'living-with-velvet-moss.md'), 'utf8')
    expect(parseSource({ id: 'living-with-velvet-moss', markdown })).toMatchObject({
      title: 'Living with velvet moss',
      authors: ['Ada Fern', 'Ben Bog'],
      publisher: 'Garden Health Service',
      published: '2020-05',
      url: 'https://health.example/moss',
      audience: 'patient',
      language: 'en-GB',
    })
    expect(await readFile(join(corpus, 'original/living-with-velvet-moss.html'))).toEqual(page)
  })

  test('--dry-run shows the Markdown and writes nothing', async () => {
    const { corpus, run } = await desk({ 'moss.html': page })
    const before = await readTree(corpus)
    expect((await run('add', 'moss.html', '--dry-run')).stdout).toMatch(/^---\ntitle: Living with velvet moss\n/)
    expect(await readTree(corpus)).toEqual(before)
  })

  test('--verbose shows every change', async () => {
    const { run } = await desk({
      'moss.md': `# Moss\n\n${words}\n\n${Array.from({ length: 9 }, (_, at) => `<i id=${at}>`).join('\n\n')}`,
    })
    expect((await run('add', 'moss.md', '--dry-run')).stdout).not.toContain('<i id=8>')
    expect((await run('add', 'moss.md', '--dry-run', '--verbose')).stdout).toContain('<i id=8>')
  })

  describe('refuses with one line, and leaves the corpus byte for byte', () => {
    test.each<[string, Files, string[], AddOptions, RegExp]>([
      ['no title', { 'a.txt': words }, ['a.txt'], {}, /a\.txt: It names no title\. Give one with --title\.$/],
      [
        'a bad date',
        { 'a.txt': words },
        ['a.txt'],
        { title: 'Moss', published: 'May 2020' },
        /--published must be a date as YYYY/,
      ],
      [
        'a bad address',
        { 'a.txt': words },
        ['a.txt'],
        { title: 'Moss', url: 'javascript:alert(1)' },
        /--url must be a full http or https address/,
      ],
      ['a bad audience', { 'a.txt': words }, ['a.txt'], { title: 'Moss', audience: 'all' }, /--audience .*patient/],
      [
        'an id that is a path',
        { 'a.txt': words },
        ['a.txt'],
        { title: 'Moss', id: '../moss' },
        /An id is 1 to 80 characters/,
      ],
      [
        'an id with a NUL or upper case',
        { 'a.txt': words },
        ['a.txt'],
        { title: 'Moss', id: 'Moss%00' },
        /An id is 1 to 80 characters/,
      ],
      [
        'an id that a device has',
        { 'a.txt': words },
        ['a.txt'],
        { title: 'Moss', id: 'nul' },
        /An id is 1 to 80 characters/,
      ],
      [
        'an id that is taken',
        { 'a.txt': words },
        ['a.txt'],
        { title: 'Bone' },
        /a source bone already\. Take its place with --replace/,
      ],
      [
        'a title that makes no id',
        { 'a.txt': words },
        ['a.txt'],
        { title: '苔' },
        /Its title makes no id\. Give one with --id\./,
      ],
      [
        'one faulty file among others',
        { 'a.md': `# Moss\n\n${words}`, 'b.md': '' },
        ['a.md', 'b.md'],
        {},
        /b\.md: It is empty\.\nNothing was added\.$/,
      ],
      [
        'two files of one title',
        { 'a.md': `# Moss\n\n${words}`, 'b.md': `# Moss\n\n${words}` },
        ['a.md', 'b.md'],
        {},
        /Its id moss is that of another file here/,
      ],
      [
        'one title for two files',
        { 'a.txt': words, 'b.txt': words },
        ['a.txt', 'b.txt'],
        { title: 'Moss' },
        /are for one file/,
      ],
      ['no such file', {}, ['gone.txt'], {}, /There is no such file\./],
      ['a folder', {}, ['../x.txt/..'], {}, /can't be read/],
      ['a wrong ending', { 'a.pdf': words }, ['a.pdf'], {}, /named \.pdf, but it is none/],
    ])('%s', async (_, leaflets, files, options, message) => {
      const { corpus, add } = await desk(leaflets)
      const before = await readTree(corpus)
      await expect(add(files, options)).rejects.toThrow(message)
      expect(await readTree(corpus)).toEqual(before)
    })
  })

  describe('--replace', () => {
    const bone = '# Bone facts\n\nBones grow until about the age of 20. They heal, too.'

    test('puts the older source away and keeps reader questions that still fit', async () => {
      const { corpus, run } = await desk({ 'bone.md': bone })
      expect((await run('add', 'bone.md', '--id', 'bone', '--replace')).code).toBe(0)
      const tree = Object.keys(await readTree(corpus))
      expect(tree).toEqual(['.removed/bone/bone.md', 'bone.md', 'bone.questions.yaml', 'heart.md', 'original/bone.md'])
    })

    test('refuses when reader questions no longer fit, unless they may go', async () => {
      const { corpus, run } = await desk({ 'bone.md': bone.replace('20', '21') })
      const before = await readTree(corpus)
      const refused = await run('add', 'bone.md', '--id', 'bone', '--replace')
      expect(refused.stderr).toMatch(/--drop-questions\.\n.*bone\.questions\.yaml:1: the quote/)
      expect(await readTree(corpus)).toEqual(before)
      expect((await run('add', 'bone.md', '--id', 'bone', '--replace', '--drop-questions')).code).toBe(0)
      expect(Object.keys(await readTree(corpus))).toContain('.removed/bone/bone.questions.yaml')
    })
  })

  test('what cannot be written whole is not written at all', async () => {
    const { corpus, run } = await desk({ 'moss.txt': words })
    await writeFiles(corpus, { original: 'a file where the folder should be' })
    const before = await readTree(corpus)
    expect((await run('add', 'moss.txt', '--title', 'Moss')).code).toBe(1)
    expect(await readTree(corpus)).toEqual(before)
  })
})

describe('remove', () => {
  test('takes the source, its questions and its original away, and tells how to undo', async () => {
    const { corpus, run } = await desk({ 'moss.txt': words })
    await run('add', 'moss.txt', '--title', 'Moss')
    await writeFiles(corpus, {
      'moss.questions.yaml': `- quote: ${words}\n  questions: [Is moss green?]\n`,
      'moss.glossary.yaml': '[]\n',
    })
    const before = await readTree(corpus)
    const { code, stdout } = await run('remove', 'moss', '--yes')
    expect(code).toBe(0)
    const tree = await readTree(corpus)
    expect(Object.keys(tree).filter((path) => path.includes('moss') && !path.startsWith('.removed/'))).toEqual([])
    const [, from, to] = /To undo: cp -R (\S+) (\S+)/.exec(stdout) ?? []
    expect([from, to]).toEqual([`${join(corpus, '.removed/moss')}/.`, corpus])
    const back = Object.entries(tree).filter(([path]) => path.startsWith('.removed/moss/'))
    expect(Object.fromEntries(back.map(([path, hash]) => [path.slice('.removed/moss/'.length), hash]))).toEqual(
      Object.fromEntries(Object.entries(before).filter(([path]) => path.includes('moss'))),
    )
  })

  test('--forever leaves nothing, of older versions either', async () => {
    const { corpus, run } = await desk({ 'moss.txt': words })
    const before = await readTree(corpus)
    await run('add', 'moss.txt', '--title', 'Moss')
    await run('add', 'moss.txt', '--title', 'Moss', '--replace')
    expect((await run('remove', 'moss', '--yes', '--forever')).code).toBe(0)
    expect(await readTree(corpus)).toEqual(before)
  })

  test.each<[string, string[], RegExp]>([
    ['asks first, and where nobody can be asked does nothing', ['bone'], /Nobody can be asked here\. Say --yes/],
    ['tells an id that no source has', ['none', '--yes'], /There is no source none in .*npm run list/],
    ['takes no path', ['../bone', '--yes'], /An id is 1 to 80 characters/],
  ])('%s', async (_, args, message) => {
    const { corpus, run } = await desk({})
    const before = await readTree(corpus)
    const { code, stderr } = await run('remove', ...args)
    expect(stderr).toMatch(message)
    expect(code).toBe(1)
    expect(await readTree(corpus)).toEqual(before)
  })
})

describe('list', () => {
  test('shows each source, and a faulty one with its fault', async () => {
    const { corpus, run } = await desk({})
    await writeFiles(corpus, { 'skin.md': '# Skin' })
    const { stdout, code } = await run('list')
    expect(code).toBe(0)
    expect(stdout).toContain(
      'bone\n  Bone facts\n  Example Press · 2020-05 · for patients\n  4 passages · with reader questions · no original\n',
    )
    expect(stdout).toContain(`skin\n  ! ${join(corpus, 'skin.md')}:1: no front matter.`)
    expect(JSON.parse((await run('list', '--json')).stdout)).toMatchObject([
      { id: 'bone', questions: true },
      { id: 'heart', date: null },
      { id: 'skin', title: null },
    ])
  })
})
