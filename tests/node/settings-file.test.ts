import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAllSettings } from '../../src/node/settings.ts'
import { parseSettingsFile, readSettingsFile } from '../../src/node/settings-file.ts'
import { SetupError } from '../../src/node/setup-error.ts'
import { useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()

const FULL = `# Everything that may be set
title: Sarcoma group
greeting: Welcome. Ask what you like.
country: gb
allowedOrigins:
  - https://group.example
  - http://localhost:3000
theme:
  light:
    accent: '#7A0050'
  dark:
    accent: '#ff9ad5'
disclaimers:
  - Our nurses answer on Tuesdays.
  - "This group is: not a clinic."
crisisLines:
  - label: Call our nurses.
    href: tel:5550100
  - label: Our page on help.
    href: https://group.example/help
`

test('reads everything that may be set', () => {
  const settings = parseSettingsFile(FULL, 'q.yaml')
  expect(settings).toEqual({
    country: 'GB',
    allowedOrigins: ['https://group.example', 'http://localhost:3000'],
    theme: { light: { accent: '#7a0050' }, dark: { accent: '#ff9ad5' } },
    hostTexts: {
      title: 'Sarcoma group',
      greeting: 'Welcome. Ask what you like.',
      disclaimers: [
        { id: expect.stringMatching(/^host\.[0-9a-f]{8}$/), version: 1, text: 'Our nurses answer on Tuesdays.' },
        { id: expect.stringMatching(/^host\.[0-9a-f]{8}$/), version: 1, text: 'This group is: not a clinic.' },
      ],
      crisisLines: [
        { label: 'Call our nurses.', href: 'tel:5550100' },
        { label: 'Our page on help.', href: 'https://group.example/help' },
      ],
    },
  })
})

test('another text is another disclaimer, the same one keeps its id', () => {
  const idOf = (text: string) => parseSettingsFile(`disclaimers: [${text}]`, 'q').hostTexts.disclaimers[0]?.id
  expect(idOf('One.')).toBe(idOf(' One.  '))
  expect(idOf('One.')).not.toBe(idOf('Two.'))
})

test.each(['', '# nothing\n', '{}'])('an empty file sets nothing: %j', (yaml) => {
  const { hostTexts, theme, country, allowedOrigins } = parseSettingsFile(yaml, 'q.yaml')
  expect({ hostTexts, theme, country, allowedOrigins }).toEqual({
    hostTexts: { title: null, greeting: null, disclaimers: [], crisisLines: [] },
    theme: {},
    country: undefined,
    allowedOrigins: undefined,
  })
})

test("'*' alone lets every website in", () => {
  expect(parseSettingsFile("allowedOrigins: '*'", 'q').allowedOrigins).toEqual(['*'])
})

describe('a fault is told with its line and what is allowed', () => {
  const words = 'a '.repeat(200)
  test.each([
    ['titel: x', '1: `titel`: unknown field. Known fields: title, greeting,'],
    [
      'title: a\ntheme:\n  light:\n    acent: x',
      '4: `theme.light.acent`: unknown field. Known fields: accent, page, card, text.',
    ],
    ['theme:\n  Light: {}', '2: `theme.Light`: unknown field. Known fields: light, dark.'],
    ['title: a\ntitle: b', '2: this is not valid YAML: Map keys must be unique.'],
    ['title: "a', '1: this is not valid YAML: '],
    ['- title', '1: the file must be a list of `name: value` lines.'],
    ['just words', '1: the file must be a list of `name: value` lines.'],
    ['\ntitle: 5', '2: `title`: must be text; put quotes around it.'],
    ['title: ""', '1: `title`: must be 1 to 60 characters long.'],
    [`title: a\ngreeting: ${words}`, '2: `greeting`: must be 1 to 300 characters long.'],
    ['country: GBR', '1: `country`: must be a two-letter country code (ISO 3166-1), such as GB.'],
    ['country: 5', '1: `country`: must be a two-letter country code'],
    // YAML 1.1 read this as false; the library reads 1.2.
    ['title: a\ncountry: Norway', '2: `country`: must be a two-letter country code'],
    ['allowedOrigins: https://a.org', '1: `allowedOrigins`: must be a list of origins'],
    [
      'allowedOrigins:\n  - https://a.org\n  - https://a.org/page',
      '3: `allowedOrigins.1`: must be an origin such as https://example.org: no path',
    ],
    ["allowedOrigins: ['*', https://a.org]", '1: `allowedOrigins`: must be either * alone'],
    ['theme: blue', '1: `theme`: must hold light, dark or both.'],
    ['theme:\n  light: blue', '2: `theme.light`: must hold some of accent, page, card, text.'],
    ['theme:\n  light:\n    accent: blue', "3: `theme.light.accent`: must be a colour such as '#0a5a6b', in quotes"],
    ['theme:\n  light:\n    accent: #0a5a6b', "3: `theme.light.accent`: must be a colour such as '#0a5a6b', in quotes"],
    ["theme:\n  light:\n    accent: 'red;}*{x:'", '3: `theme.light.accent`: must be a colour'],
    [
      "title: a\ntheme:\n  light:\n    accent: '#ffd400'",
      '3: `theme.light`: accent #ffd400 on page #faf9f6 has a contrast of 1.4 to 1; people need 4.5 to read it. Choose colours that differ more.',
    ],
    ['gaps: maybe', '1: `gaps`: must be on or off.'],
    ['disclaimers: one', '1: `disclaimers`: must be a list, each entry after a dash.'],
    ['disclaimers:\n  - one\n  - ""', '3: `disclaimers.1`: must be 1 to 300 characters long.'],
    ['disclaimers:\n  - one\n  - two: three', '3: `disclaimers.1`: must be text; put quotes around it.'],
    ['disclaimers: [a, b, c, d, e, f]', '1: `disclaimers`: must hold at most 5 entries.'],
    [
      'crisisLines:\n  - label: a\n    href: tel:12\n  - label: b',
      '4: `crisisLines.1.href`: is missing: it must be an address such as tel:116123',
    ],
    ['crisisLines:\n  - tel:12', '2: `crisisLines.0`: must have a label and an href.'],
    [
      'crisisLines:\n  - label: a\n    href: tel:12\n    phone: 1',
      '4: `crisisLines.0.phone`: unknown field. Known fields: label, href.',
    ],
    ...[
      'javascript:alert(1)',
      'http://a.org',
      'tel:1',
      'tel:911;ext=1',
      'https://a@b.org',
      'data:text/html,x',
      'https://',
      '//a.org',
      'sms:1234?body=a%20b',
    ].map((href) => [
      `crisisLines:\n  - label: a\n    href: '${href}'`,
      '3: `crisisLines.0.href`: must be an address such as tel:116123',
    ]),
  ])('%j', (yaml, message) => {
    let told: unknown
    try {
      parseSettingsFile(yaml as string, 'q.yaml')
    } catch (error) {
      told = error
    }
    expect(told).toBeInstanceOf(SetupError)
    expect((told as SetupError).message).toMatch(/^q\.yaml:\d+: [^\n]+\.$/)
    expect((told as SetupError).message.startsWith(`q.yaml:${message}`), (told as SetupError).message).toBe(true)
  })
})

test('counting gaps is off unless the file says so, and the environment wins', async () => {
  const path = join(await folder({ 'gaps.yaml': 'gaps: on' }), 'gaps.yaml')
  expect(parseSettingsFile('gaps: off', 'q').gaps).toBe(false)
  expect(parseSettingsFile('gaps: true', 'q').gaps).toBe(true)
  expect(readAllSettings({ QUOTEWELL_CONFIG: path }).gaps).toBe(true)
  expect(readAllSettings({ QUOTEWELL_CONFIG: path, QUOTEWELL_GAPS: 'off' }).gaps).toBe(false)
})

describe('the file', () => {
  test('is looked for at QUOTEWELL_CONFIG, and the environment wins over it', async () => {
    const path = join(await folder({ 'mine.yaml': FULL }), 'mine.yaml')
    const settings = readAllSettings({ QUOTEWELL_CONFIG: path })
    expect(settings).toMatchObject({
      country: 'GB',
      allowedOrigins: ['https://group.example', 'http://localhost:3000'],
    })
    expect(settings.hostTexts.title).toBe('Sarcoma group')
    const other = { QUOTEWELL_CONFIG: path, QUOTEWELL_COUNTRY: 'IE', QUOTEWELL_ALLOWED_ORIGINS: 'https://b.org' }
    expect(readAllSettings(other)).toMatchObject({ country: 'IE', allowedOrigins: ['https://b.org'] })
  })

  test('that is named and not there is told', async () => {
    const path = join(await folder(), 'none.yaml')
    expect(() => readSettingsFile(path)).toThrow(
      new SetupError(`QUOTEWELL_CONFIG="${path}": can't be read (ENOENT). Name a file, or leave the variable out.`),
    )
  })

  test('need not be there where none is named', () => {
    expect(readSettingsFile(undefined).hostTexts.title).toBeNull()
    expect(readSettingsFile('').hostTexts.title).toBeNull()
  })

  test('is not read where it is very large', async () => {
    const path = join(await folder({ 'large.yaml': `title: ${'a'.repeat(70_000)}` }), 'large.yaml')
    expect(() => readSettingsFile(path)).toThrow('large.yaml:1: the file is over 64 KiB.')
  })
})
