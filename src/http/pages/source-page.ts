/** The pages at `/sources/{id}`. */
import { html } from 'hono/html'
import { cite } from '../../core/answer/cite.ts'
import type { Section, Source, Span } from '../../core/source.ts'
import { article, sectionId } from './article.ts'
import { labels } from './labels.ts'
import { type Markup, page } from './layout.ts'
import { metadataList } from './metadata.ts'
import type { Site } from './site.ts'

/** @param quote the span to highlight, from `spanOf` */
export function sourcePage(site: Site, source: Source, quote: Span | null): Markup {
  const main = html`<h1><span class="kind">${labels.source}</span> <bdi>${source.title}</bdi></h1>
${metadataList(cite(source))}
${sectionLinks(source.sections)}
${article(source, quote)}`
  return page({ site, title: `${source.title} – ${site.title}`, main })
}

export function sourceNotFoundPage(site: Site): Markup {
  const main = html`<h1>${labels.notFoundTitle}</h1>
<p>${labels.notFound}</p>
<p><a href="/">${labels.toQuestion}</a></p>`
  return page({ site, title: `${labels.notFoundTitle} – ${site.title}`, main })
}

function sectionLinks(sections: readonly Section[]): Markup {
  if (sections.length < 2) return html``
  const links = sections.map((section) => html`<li><a href="#${sectionId(section)}">${section.title}</a></li>\n`)
  return html`<nav class="sections" aria-label="${labels.sections}"><details>
<summary>${labels.sections}</summary>
<ul>
${links}</ul>
</details></nav>`
}
