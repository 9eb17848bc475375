import type { Notice } from '../answer/reply.ts'
import { actionLabelsByCountry as inCountry, actionLabels as labels } from './catalogue.ts'
import type { CatalogueEntry } from './fixed-text.ts'

/** Somewhere to turn to. Checked again at each release. */
interface Contact {
  readonly label: CatalogueEntry
  readonly href: `tel:${string}` | `sms:${string}` | `https://${string}`
}

interface Emergency {
  readonly call: Contact
  /** The same number beside a crisis line, for danger right now. */
  readonly danger: Contact
  readonly source: string
}

interface Country {
  readonly emergency: Emergency
  /** In the order of use: crisis line, text line, line for what is no emergency. */
  readonly crisis: readonly Contact[]
  readonly crisisSource: string
}

const MEMORY = 'general knowledge, not found in a stored source'

function emergency(call: CatalogueEntry, danger: CatalogueEntry, number: string, source: string): Emergency {
  return { call: { label: call, href: `tel:${number}` }, danger: { label: danger, href: `tel:${number}` }, source }
}

const EMERGENCY_112 = emergency(labels.call112, labels.danger112, '112', MEMORY)
const EMERGENCY_911 = emergency(labels.call911, labels.danger911, '911', MEMORY)
const DIRECTORY: Contact = { label: labels.findHelpline, href: 'https://findahelpline.com' }
const DIRECTORY_SOURCE = 'findahelpline.com, a directory of crisis lines by country'
const SAMARITANS: Contact = { label: labels.samaritans, href: 'tel:116123' }
const LINE_988: readonly Contact[] = [
  { label: labels.call988, href: 'tel:988' },
  { label: labels.text988, href: 'sms:988' },
]

/** Members of the European Union but Ireland, and Iceland, Liechtenstein, Norway and Switzerland. */
const EUROPE = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO CH'.split(' ')

const COUNTRIES: ReadonlyMap<string, Country> = new Map<string, Country>([
  [
    'GB',
    {
      emergency: emergency(labels.call999, labels.danger999, '999', 'GOV.UK'),
      crisis: [
        SAMARITANS,
        { label: labels.shout, href: 'sms:85258?body=SHOUT' },
        { label: labels.nhs111, href: 'tel:111' },
      ],
      crisisSource: `Samaritans and Shout as named by GOV.UK Chat; NHS 111: ${MEMORY}`,
    },
  ],
  ['US', { emergency: EMERGENCY_911, crisis: LINE_988, crisisSource: '988 Suicide & Crisis Lifeline (call or text)' }],
  [
    'CA',
    {
      emergency: EMERGENCY_911,
      crisis: LINE_988,
      crisisSource: '9-8-8 Suicide Crisis Helpline (call or text, since 30 November 2023)',
    },
  ],
  ['IE', { emergency: EMERGENCY_112, crisis: [SAMARITANS], crisisSource: `Samaritans: ${MEMORY}` }],
  [
    'AU',
    {
      emergency: emergency(labels.call000, labels.danger000, '000', MEMORY),
      crisis: [{ label: labels.lifeline, href: 'tel:131114' }],
      crisisSource: `Lifeline: ${MEMORY}`,
    },
  ],
  [
    'NZ',
    {
      emergency: emergency(labels.call111, labels.danger111, '111', MEMORY),
      crisis: [
        { label: labels.call1737, href: 'tel:1737' },
        { label: labels.text1737, href: 'sms:1737' },
      ],
      crisisSource: '1737, need to talk? (call or text)',
    },
  ],
  ...EUROPE.map((code): [string, Country] => [
    code,
    { emergency: EMERGENCY_112, crisis: [DIRECTORY], crisisSource: DIRECTORY_SOURCE },
  ]),
])

/**
 * Where nobody told the country. Not guessed either, since a wrong number costs minutes: each label says where its number
 * works, and the text of the notice names the local number for everywhere else. Sources as in `COUNTRIES`.
 */
const ANYWHERE: Readonly<Record<'emergency' | 'crisis', readonly Contact[]>> = {
  emergency: [
    { label: inCountry.us911, href: 'tel:911' },
    { label: inCountry.uk999, href: 'tel:999' },
    { label: inCountry.eu112, href: 'tel:112' },
    { label: inCountry.australia000, href: 'tel:000' },
    { label: inCountry.newZealand111, href: 'tel:111' },
  ],
  // No emergency numbers beside them: in a crisis ten buttons are too many, and the text names the local number.
  crisis: [
    { label: inCountry.us988, href: 'tel:988' },
    { label: inCountry.samaritans, href: 'tel:116123' },
    { label: inCountry.lifeline, href: 'tel:131114' },
    { label: inCountry.newZealand1737, href: 'tel:1737' },
    DIRECTORY,
  ],
}

/**
 * Whom to turn to, in the order of use. In a country that is not known here an emergency has no number: the notice says
 * "your local emergency number". Without a country there are several, each with where it works.
 * @param country ISO 3166-1 alpha-2, upper case, or null
 */
export function actionsFor(kind: 'emergency' | 'crisis', country: string | null): Notice['actions'] {
  return contactsFor(kind, country).map(({ label, href }) => ({ label: label.text, href }))
}

function contactsFor(kind: 'emergency' | 'crisis', country: string | null): readonly Contact[] {
  if (country === null) return ANYWHERE[kind]
  const known = COUNTRIES.get(country)
  if (kind === 'emergency') return known ? [known.emergency.call] : []
  return known ? [...known.crisis, known.emergency.danger] : [DIRECTORY]
}

/** Every contact with its source, for the documentation. */
export function listContacts() {
  return [...COUNTRIES].map(([code, { emergency, crisis, crisisSource }]) => ({
    code,
    emergency: emergency.call.href,
    emergencySource: emergency.source,
    crisis: crisis.map(({ href }) => href),
    crisisSource,
  }))
}
