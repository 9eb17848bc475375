import { isAbsolute } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NO_HOST_TEXTS } from '../../src/core/host-text.ts'
import { API_KEYS_FORMAT } from '../../src/node/api-keys.ts'
import { readSettings } from '../../src/node/settings.ts'
import { SetupError } from '../../src/node/setup-error.ts'

const PORT = 'must be a whole number from 0 to 65535; 0 takes any free port'
const COUNTRY = 'must be a two-letter country code (ISO 3166-1), such as GB'
const ORIGINS = 'must be origins such as https://example.org, with commas between, or * alone'
const RATE = 'must be a whole number of requests a minute; 0 turns the limit off'
const ANY = 'must be either * alone, which lets every website in, or a list of origins without *'
const PROXIES = 'must be the number of proxies in front of the server, 0 to 10; with 0 X-Forwarded-For is not read'
const HASH = 'ab'.repeat(32)
const APP = { name: 'app', hash: HASH, requestsPerMinute: 9 }
const LOG = 'must be silent, error or info'

test('without variables, the defaults', () => {
  const { model, ...rest } = readSettings({})
  expect(rest).toEqual({
    port: 8787,
    host: '127.0.0.1',
    corpus: 'corpus',
    index: 'index',
    country: null,
    allowedOrigins: [],
    hostTexts: NO_HOST_TEXTS,
    theme: {},
    rateLimit: 0,
    trustProxy: 0,
    keyPolicy: { keys: [], requiredOf: 'programs' },
    metrics: null,
    gaps: false,
    log: 'error',
  })
  // Beside the program, so that the model is found from every working folder.
  expect(isAbsolute(model)).toBe(true)
  expect(model).toMatch(/models.all-MiniLM-L6-v2$/)
})

test('an empty variable counts as not set, others are nobody’s business', () => {
  const empty = { PORT: '', HOST: '', QUOTEWELL_CORPUS: '', QUOTEWELL_COUNTRY: '', QUOTEWELL_RATE_LIMIT: undefined }
  expect(readSettings({ ...empty, PATH: '/usr/bin', QUOTEWELL_OTHER: 'x' })).toEqual(readSettings({}))
})

describe('what each variable takes', () => {
  test.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65535 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['HOST', '::1', { host: '::1' }],
    ['QUOTEWELL_CORPUS', 'my corpus', { corpus: 'my corpus' }],
    ['QUOTEWELL_INDEX', '/data/index', { index: '/data/index' }],
    ['QUOTEWELL_MODEL', '/data/model', { model: '/data/model' }],
    ['QUOTEWELL_COUNTRY', 'GB', { country: 'GB' }],
    ['QUOTEWELL_COUNTRY', 'de', { country: 'DE' }],
    ['QUOTEWELL_ALLOWED_ORIGINS', '*', { allowedOrigins: ['*'] }],
    ['QUOTEWELL_ALLOWED_ORIGINS', 'https://a.org', { allowedOrigins: ['https://a.org'] }],
    [
      'QUOTEWELL_ALLOWED_ORIGINS',
      ' https://a.org, http://localhost:3000,,https://b.org ',
      { allowedOrigins: ['https://a.org', 'http://localhost:3000', 'https://b.org'] },
    ],
    ['QUOTEWELL_RATE_LIMIT', '0', { rateLimit: 0 }],
    ['QUOTEWELL_RATE_LIMIT', '60', { rateLimit: 60 }],
    ['QUOTEWELL_ALLOWED_ORIGINS', 'http://[::1]:3000', { allowedOrigins: ['http://[::1]:3000'] }],
    ['QUOTEWELL_TRUST_PROXY', '2', { trustProxy: 2 }],
    ['QUOTEWELL_API_KEYS', `app:${HASH}:9`, { keyPolicy: { keys: [APP], requiredOf: 'programs' } }],
    ['QUOTEWELL_REQUIRE_KEY', 'programs', {}],
    ['QUOTEWELL_GAPS', 'on', { gaps: true }],
    ['QUOTEWELL_GAPS', 'off', {}],
    ['QUOTEWELL_METRICS_PORT', '9464', { metrics: { port: 9464, host: '127.0.0.1' } }],
    ['QUOTEWELL_METRICS_HOST', '0.0.0.0', {}],
    ['QUOTEWELL_LOG', 'silent', { log: 'silent' }],
    ['QUOTEWELL_LOG', 'info', { log: 'info' }],
  ])('%s=%j', (name, value, expected) => {
    expect(readSettings({ [name]: value })).toEqual({ ...readSettings({}), ...expected })
  })
})

describe('what each variable refuses, in one line with its name, its value and what is allowed', () => {
  test.each([
    ...['65536', '-1', '80.5', 'http', ' 80', '0x50', '1e3', '9'.repeat(30)].map((value) => ['PORT', value, PORT]),
    ...['G', 'GBR', 'G1', 'United Kingdom', 'Ü1'].map((value) => ['QUOTEWELL_COUNTRY', value, COUNTRY]),
    ...[
      'example.org',
      'https://example.org/',
      'https://example.org/page',
      'https://Example.org',
      'https://*.example.org/',
      'null',
      'file:///',
      'https://a.org;https://b.org',
      'https://a.org, b.org',
      'https://*.example.org',
      'https://a.org;script-src',
      "https://'self'",
      'https://user@a.org',
      'https://a.org:443',
    ].map((value) => ['QUOTEWELL_ALLOWED_ORIGINS', value, ORIGINS]),
    ...['-1', 'none', '1.5', '1000001'].map((value) => ['QUOTEWELL_RATE_LIMIT', value, RATE]),
    ...['*, https://a.org', 'https://a.org *', '* *'].map((value) => ['QUOTEWELL_ALLOWED_ORIGINS', value, ANY]),
    ...['-1', '11', 'yes', '1.0'].map((value) => ['QUOTEWELL_TRUST_PROXY', value, PROXIES]),
    ...['-1', 'on'].map((value) => ['QUOTEWELL_METRICS_PORT', value, PORT]),
    ...['true', 'ON'].map((value) => ['QUOTEWELL_GAPS', value, 'must be on or off']),
    ...['all', 'yes'].map((value) => ['QUOTEWELL_REQUIRE_KEY', value, 'must be programs or everyone']),
    ...['debug', 'INFO', 'errors', '1'].map((value) => ['QUOTEWELL_LOG', value, LOG]),
  ])('%s=%j', (name, value, allowed) => {
    expect(() => readSettings({ [name as string]: value })).toThrow(
      new SetupError(`${name}=${JSON.stringify(value)}: ${allowed}.`),
    )
  })

  test('a key in place of its hash, without printing it', () => {
    expect(() => readSettings({ QUOTEWELL_API_KEYS: 'app:qw_secret' })).toThrow(
      new SetupError(`QUOTEWELL_API_KEYS: ${API_KEYS_FORMAT}.`),
    )
  })

  test('keys for everyone without keys', () => {
    expect(() => readSettings({ QUOTEWELL_REQUIRE_KEY: 'everyone' })).toThrow('needs QUOTEWELL_API_KEYS')
    const variables = { QUOTEWELL_REQUIRE_KEY: 'everyone', QUOTEWELL_API_KEYS: `app:${HASH}:9` }
    expect(readSettings(variables).keyPolicy).toEqual({ keys: [APP], requiredOf: 'everyone' })
  })

  test('a value with a line feed does not break the line', () => {
    expect(() => readSettings({ PORT: '80\n81' })).toThrow('PORT="80\\n81": ')
  })
})
