/** What only the page itself can tell. No TypeScript: the tests are checked without the types of a browser. */

export const isWhollyIn = (page, selector) =>
  page.locator(selector).evaluate((element) => {
    const { top, left, right, bottom } = element.getBoundingClientRect()
    return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight
  })

export const overflowOf = (page) =>
  page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth)

export const styleOf = (locator, property, pseudo = null) =>
  locator.evaluate((element, [name, part]) => getComputedStyle(element, part)[name], [property, pseudo])

export const focusedWords = (page) => page.evaluate(() => document.activeElement.textContent.trim().slice(0, 60))

export const lettersPerLine = (paragraphs) =>
  paragraphs.evaluateAll((elements) =>
    elements.flatMap((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size
      return lines < 5 ? [] : [element.textContent.length / (lines - 0.5)]
    }),
  )

export const findMarkup = (page, known) =>
  page.evaluate((tags) => {
    const isHandler = (name) => /^on|^style$|^srcdoc$|^formaction$|^http-equiv$/.test(name)
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const tag = element.localName
      const address = element.getAttribute('href')
      const isPlain = address === null || /^(https:\/\/doi\.org\/|\/|#)/.test(address)
      const handlers = element.getAttributeNames().filter(isHandler)
      return [
        ...(tags.includes(tag) ? [] : [`<${tag}>`]),
        ...handlers.map((name) => `${tag} ${name}`),
        ...(isPlain ? [] : [`${tag} href=${address}`]),
      ]
    })
  }, known)
