/**
 * Every word that a reader sees and that is not a quote, a source's metadata or a reader question.
 * Change a text: raise its version and set `reviewedBy` to null. Reading grade 6 to 8 (US), checked by a test.
 */
import { defineTexts } from './fixed-text.ts'

/** General practice for patient information, not taken from one document. */
const GENERAL = 'General knowledge of good practice in patient information'
const JAMA = 'Silberg et al., JAMA 1997;277:1244-1245 (authorship, attribution, disclosure, currency)'
const GOV_UK = 'Practice of GOV.UK Chat: fixed texts, no generated answer beside them'

/** `message` of a reply. */
export const messages = defineTexts('message', {
  answered: {
    version: 1,
    text: 'This is what the sources say, in their own words. The best match comes first.',
    sources: [],
    reviewedBy: null,
  },
  noAnswer: {
    version: 1,
    text: 'I could not find an answer to this in my sources. That does not mean there is none. Try to ask in other words, or ask your care team.',
    sources: [],
    reviewedBy: null,
  },
  greeting: {
    version: 1,
    text: 'Hello. Ask me a question about the disease. I look for the answer in a small set of documents and show you their exact words.',
    sources: [],
    reviewedBy: null,
  },
  thanks: {
    version: 1,
    text: 'You are welcome. You can ask another question at any time.',
    sources: [],
    reviewedBy: null,
  },
  farewell: {
    version: 1,
    text: 'Goodbye, and take care. Nothing you wrote here is kept.',
    sources: [],
    reviewedBy: null,
  },
  capabilities: {
    version: 1,
    text: 'I search a small set of documents about rare cancers and show you the sentences that fit your question, word for word, with their source. I am a computer program, not a doctor or a nurse. I do not write answers of my own, and I cannot judge your own case. If my documents do not tell, I say so.',
    sources: [GOV_UK],
    reviewedBy: null,
  },
})

/** Notices that go with a reply where they apply. */
export const notices = defineTexts('notice', {
  sourceAge: {
    version: 1,
    text: 'One or more of the sources quoted here is over 5 years old. Some facts, and above all treatments and survival figures, may have changed since. Look at the date next to each source and ask your care team what is new.',
    sources: [JAMA],
    reviewedBy: null,
  },
  sourcesDiffer: {
    version: 1,
    text: 'Two of the sources quoted here give different figures. The newer source comes first. They looked at different groups of people, so both can be true.',
    sources: [GENERAL],
    reviewedBy: null,
  },
  caseReport: {
    version: 1,
    text: 'One or more of the quotes comes from a report about one single patient. What happened to one person may not happen to others.',
    sources: [GENERAL],
    reviewedBy: null,
  },
})

/** On every reply, whatever its status. */
export const disclaimers = defineTexts('disclaimer', {
  information: {
    version: 1,
    text: 'This is information, not medical advice. It was not written for you or about you. Talk to your doctor or care team before you act on it.',
    sources: [GENERAL],
    reviewedBy: null,
  },
  unattended: {
    version: 1,
    text: 'This is a computer program, and no person is watching this chat. If you feel very unwell or are in danger, call your local emergency number now.',
    sources: [GOV_UK],
    reviewedBy: null,
  },
})
