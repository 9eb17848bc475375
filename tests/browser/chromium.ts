import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where Debian puts it; `QUOTEWELL_CHROMIUM` names another. */
const CHROMIUM = process.env.QUOTEWELL_CHROMIUM ?? '/usr/bin/chromium'

export const hasBrowser = existsSync(CHROMIUM)

/** Nothing but what the tests open leaves this machine. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [...QUIET, '--disable-component-update', '--disable-sync'],
  })
