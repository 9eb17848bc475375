import { html, nothing, type TemplateResult } from 'lit'
import type { Quote, Source } from '../api/wire.ts'
import type { ViewContext } from './context.ts'
import { readerHref } from './links.ts'

/** Opens the source with the very words highlighted. @param detail for screen readers: which of many links this is */
export function sourceLink(
  source: Source,
  span: Pick<Quote, 'start' | 'end'>,
  { server, strings }: ViewContext,
  detail = '',
): TemplateResult | typeof nothing {
  const href = readerHref(server, source, span)
  if (!href) return nothing
  return html`<a class="source" part="source-link" href=${href} target="_blank" rel="noopener noreferrer"
    >${strings.readInSource}<span class="heard">${detail} ${strings.newTab}</span></a
  >`
}
