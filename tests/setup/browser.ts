import { hasBrowser } from '../browser/chromium.ts'

/** Browser tests skip themselves where there is no browser; that must not go unseen. */
export default () => {
  if (!hasBrowser)
    console.warn('No Chromium at /usr/bin/chromium: the browser tests do not run (apt-get install chromium).')
}
