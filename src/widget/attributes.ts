/** What the host page says with attributes and properties, and what follows from it. */
import { LitElement } from 'lit'
import type { ChatRequest } from './api/wire.ts'
import { stringsFor } from './i18n/locales.ts'
import type { Strings } from './i18n/strings.ts'
import { ownServer, serverAddress } from './server-address.ts'

export class ChatAttributes extends LitElement {
  static override properties = {
    server: { type: String },
    mode: { type: String },
    theme: { type: String },
    locale: { type: String },
    heading: { type: String },
    headingLevel: { type: Number, attribute: 'heading-level' },
    greeting: { type: String },
    label: { type: String },
    placeholder: { type: String },
    starters: { type: String },
    country: { type: String },
    maxQuotes: { type: Number, attribute: 'max-quotes' },
    remember: { type: Boolean },
    open: { type: Boolean, reflect: true },
  }

  /** Address of the server; unless told, the one that the script came from. */
  declare server: string | null
  declare mode: 'inline' | 'bubble' | null
  declare theme: 'light' | 'dark' | 'auto' | null
  /** BCP 47 tag; unless told, the nearest `lang` of the page. */
  declare locale: string | null
  declare heading: string | null
  /** 1 to 5, where it stands in the page's outline; 2 unless told. Questions are one lower. */
  declare headingLevel: number | null
  declare greeting: string | null
  /** On the button of the bubble. */
  declare label: string | null
  declare placeholder: string | null
  /** Questions to start with, separated by `|`. */
  declare starters: string | null
  /** ISO 3166-1 alpha-2, for the numbers to call. */
  declare country: string | null
  /** 1 to 5. */
  declare maxQuotes: number | null
  /** Whether the conversation outlives a reload, in this tab. */
  declare remember: boolean
  /** Of the bubble. */
  declare open: boolean

  constructor() {
    super()
    this.remember = false
    this.open = false
  }
}

/** @returns its address, without a slash at the end */
export function serverOf({ server }: ChatAttributes): string {
  return (server ? serverAddress(server) : null) ?? ownServer
}

/** What goes with each request beside the message. */
export function extrasOf({ country, maxQuotes }: ChatAttributes): Pick<ChatRequest, 'country' | 'maxQuotes'> {
  const isCountry = country !== null && country !== undefined && /^[a-z]{2}$/i.test(country)
  return { ...(isCountry ? { country } : {}), ...(maxQuotes ? { maxQuotes } : {}) }
}

export function stringsOf(element: ChatAttributes): Strings {
  return stringsFor(element.locale || element.closest<HTMLElement>('[lang]')?.lang || 'en')
}

export const isBubble = ({ mode }: ChatAttributes): boolean => mode === 'bubble'

export function startersOf({ starters }: ChatAttributes): string[] {
  return (starters ?? '')
    .split('|')
    .map((starter) => starter.trim())
    .filter(Boolean)
}
