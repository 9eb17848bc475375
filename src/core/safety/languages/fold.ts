/**
 * Text as the patterns of the language packs read it: lower case, without accents and vowel points, with one form for
 * letters that are typed in several ways. Regular expression marks stay as they are.
 */
export function fold(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // Latin and Cyrillic accents, Arabic vowel points and tatweel, Indic nukta, joiners.
      .normalize('NFD')
      .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u093c\u09bc\u200b-\u200d\ufeff]/gu, '')
      .normalize('NFC')
      .replace(/[’‘`´]/g, "'")
      .replace(/[آأإٱ]/g, 'ا')
      .replace(/[ىيی]/g, 'ی')
      .replace(/ك/g, 'ک')
      .replace(/[ةهہھۂ]/g, 'ہ')
      .replace(/[ؤ]/g, 'و')
      .replace(/[ئ]/g, 'ی')
      .replace(/ँ/g, 'ं')
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
      .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
      .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x9e6))
  )
}
