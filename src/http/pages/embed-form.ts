/** What the pages for moderators share: the choices, and the field that holds the snippet. */
import { html } from 'hono/html'
import { type Choices, MAX_WORDS, MODES, THEMES } from '../../embed/choices.ts'
import { countries, countryName } from './embed-countries.ts'
import { embedLabels as labels } from './embed-labels.ts'
import type { Markup } from './layout.ts'

interface FormOptions {
  readonly choices: Choices
  /** Of requests that name none. */
  readonly defaultCountry: string | null
  /** Whether the place of the chat can be chosen, too. */
  readonly hasMode?: boolean
}

/** Without script, a press on its button shows the page at `/embed` with what was chosen. */
export function choicesForm({ choices, defaultCountry, hasMode = true }: FormOptions): Markup {
  const { mode, theme, heading, placeholder, country } = choices
  const unchosen = defaultCountry ? labels.serverCountry(countryName(defaultCountry)) : labels.noCountry
  return html`<form id="choices" method="get" action="/embed" autocomplete="off">
${hasMode ? modeField(mode) : ''}
${selectField(
  'theme',
  labels.theme,
  THEMES.map((one) => [one, labels.themes[one]]),
  theme,
)}
${textField('heading', labels.heading, labels.headingHint, heading)}
${textField('placeholder', labels.placeholder, labels.placeholderHint, placeholder)}
${selectField(
  'country',
  labels.country,
  [
    ['', unchosen],
    ...countries.map(({ code, name, number }) => [code, labels.withNumber(name, number)] as const),
    ...(country && countries.every(({ code }) => code !== country) ? [[country, countryName(country)] as const] : []),
  ],
  country,
  labels.countryHint,
)}
<p class="notice caution" id="no-country"${defaultCountry ? html` data-known` : ''}${defaultCountry || country ? html` hidden` : ''}><strong>${labels.caution}</strong> ${labels.noCountryCaution}</p>
<button type="submit" id="show">${labels.show}</button>
</form>`
}

const modeField = (mode: Choices['mode']) =>
  selectField(
    'mode',
    labels.mode,
    MODES.map((one) => [one, labels.modes[one]]),
    mode,
  )

type Option = readonly [value: string, label: string]

function selectField(
  name: keyof Choices,
  label: string,
  options: readonly Option[],
  chosen: string,
  hint = '',
): Markup {
  const list = options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )
  return html`<p><label for="choose-${name}">${label}</label>
<select id="choose-${name}" name="${name}"${described(name, hint)}>${list}</select>${hintOf(name, hint)}</p>`
}

function textField(name: keyof Choices, label: string, hint: string, value: string): Markup {
  return html`<p><label for="choose-${name}">${label}</label>
<input id="choose-${name}" name="${name}" value="${value}" maxlength="${MAX_WORDS}"${described(name, hint)}>${hintOf(name, hint)}</p>`
}

const described = (name: string, hint: string) => (hint ? html` aria-describedby="hint-${name}"` : '')
const hintOf = (name: string, hint: string) => (hint ? html`<span class="hint" id="hint-${name}">${hint}</span>` : '')

/** @param snippet empty where the script writes it */
export function snippetField(snippet: string): Markup {
  const { copied, notCopied, changed } = labels
  return html`<h2><label for="snippet">${labels.snippetTitle}</label></h2>
<textarea id="snippet" class="lines" readonly rows="5" spellcheck="false">${snippet}</textarea>
<p class="copying"><button type="button" id="copy" hidden>${labels.copy}</button>
<span id="embed-status" role="status" data-copied="${copied}" data-not-copied="${notCopied}" data-changed="${changed}"></span></p>
<p>${labels.origins} <code>QUOTEWELL_ALLOWED_ORIGINS=https://your-group.example</code></p>`
}
