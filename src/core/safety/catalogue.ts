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
  personalData: {
    version: 1,
    text: 'Your message seems to hold personal details, such as a phone number or a date of birth. Please do not share them here. They were left out of the search, and nothing you write is kept.',
    sources: [GENERAL],
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

/** Where a reader wants their own case judged, by kind: what the chat cannot do, and what to ask instead. */
export const personalAdvice = defineTexts('personal_advice', {
  treatment: {
    version: 1,
    text: 'This chat cannot judge your own case, and it does not know your history. Your care team can help you choose. You could ask them: What are my options, and what do you expect from each one? What are the risks, and what if we wait? Would a second opinion help?',
    sources: [GENERAL],
    reviewedBy: null,
  },
  diagnosis: {
    version: 1,
    text: 'This chat cannot tell what a lump, a pain or another sign means for you. Only an exam and tests can. Tell your doctor soon what you have seen or felt. You could ask: What could this be? Which tests would tell, and when? Which signs mean that I should call sooner?',
    sources: [GENERAL],
    reviewedBy: null,
  },
  medicine: {
    version: 1,
    text: 'This chat cannot say which drug or dose is right for one person. Do not start, stop or change a drug before you have asked your care team. You could ask: How much, how often and for how long? Does it go with my other drugs? What should I do if I miss a dose or feel sick?',
    sources: [GENERAL],
    reviewedBy: null,
  },
  results: {
    version: 1,
    text: 'This chat cannot read scans, reports or test results, so please do not post them here. Your care team can say what they mean for you. You could ask: What do my results show, in plain words? What do they leave open? What comes next?',
    sources: [GENERAL],
    reviewedBy: null,
  },
  dailyLife: {
    version: 1,
    text: 'This chat cannot say what is safe for you. That can depend on your treatment and your blood counts. Ask your care team first. You could ask: Is this safe for me right now? What should I avoid, and for how long? Whom do I call if something goes wrong?',
    sources: [GENERAL],
    reviewedBy: null,
  },
})

/** Where figures of survival or death are shown or asked for. */
export const prognosis = defineTexts('prognosis', {
  figures: {
    version: 1,
    text: 'Survival figures tell about groups of people, not about one person. They come from the years and the treatments of each study, and may be out of date. They cannot say how things will go for you. Your care team can tell you what fits your case. You may also tell them how much you want to know.',
    sources: [GENERAL],
    reviewedBy: null,
  },
})

/** To a message in a language that has no texts of its own in `foreign-texts.ts`. */
export const unsupported = defineTexts('unsupported_language', {
  other: {
    version: 1,
    text: 'I could not read this message, because I only understand English. Please write your question in English, or ask someone to help you with it. If you feel very ill or are in danger, call your local emergency number now.',
    sources: [GOV_UK],
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
