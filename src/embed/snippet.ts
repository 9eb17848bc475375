/** The lines that put a chat on a page. */
import { attributesOf, type Choices } from './choices.ts'

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

/** What the chat calls itself unless told, as `heading` of `src/widget/i18n/en.ts`. */
const HEADING = 'Ask the sources'

/** @param server its address, without a slash at the end */
export function snippetFor(server: string, choices: Choices): string {
  const address = escaped(server)
  const attributes = attributesOf(choices).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  return `<script type="module" src="${address}/widget.js"></script>
<quotewell-chat${attributes.join('')}>
  <a href="${address}/">${escaped(choices.heading || HEADING)}</a>
</quotewell-chat>`
}

/** Where a page may not run scripts. @param server as for `snippetFor` */
export function frameFor(server: string, { heading }: Choices): string {
  const title = escaped(heading || HEADING)
  return `<iframe src="${escaped(server)}/" title="${title}" width="100%" height="700" style="border:0"></iframe>`
}

/** What a page's policy has to allow. @param server as for `snippetFor` */
export const policyFor = (server: string) => `script-src ${server}; connect-src ${server}`
