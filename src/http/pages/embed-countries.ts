import { listContacts } from '../../core/safety/contacts.ts'

const names = new Intl.DisplayNames('en', { type: 'region' })

/** @param code ISO 3166-1 alpha-2 @returns its English name; the code where it has none */
export const countryName = (code: string) => names.of(code) ?? code

/** The countries whose emergency number is known, by their English names. */
export const countries = listContacts()
  .map(({ code, emergency }) => ({ code, name: countryName(code), number: emergency.replace('tel:', '') }))
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
