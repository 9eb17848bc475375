/**
 * Every word that a reader sees and that is not a quote, a source's metadata or a reader question.
 * Change a text: raise its version and set `reviewedBy` to null. Reading grade 6 to 8 (US), checked by a test.
 */
import { defineTexts } from './fixed-text.ts'

/** General practice for patient information, not taken from one document. */
const GENERAL = 'General knowledge of good practice in patient information'
const JAMA = 'Silberg et al., JAMA 1997;277:1244-1245 (authorship, attribution, disclosure, currency)'
const GOV_UK = 'Practice of GOV.UK Chat: fixed texts, no generated answer beside them'
const CDC_FEVER = 'CDC, Preventing Infections in Cancer Patients: 38 °C (100.4 °F) or more during chemotherapy'
const UK_FEVER = 'The Christie and Blood Cancer UK: 37.5 °C or more, or below 36 °C'
const SPINE = 'Leaflets of UK cancer centres on metastatic spinal cord compression'
const SADDLE = 'General knowledge, not found in a stored source: numbness of the saddle area'
const CALL_NOW = 'Public advice of health services on when to call an emergency number'
const OWN_RULES = 'What the program keeps: docs/PRIVACY.md'
const OWN_LABEL = 'The country and its source: src/core/safety/contacts.ts'

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
  acknowledgement: {
    version: 1,
    text: 'All right. You can ask another question at any time.',
    sources: [],
    reviewedBy: null,
  },
  farewell: {
    version: 2,
    text: 'Goodbye, and take care. You can ask another question at any time.',
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

/** `message` of a reply whose status is `safety`. */
export const safetyMessages = defineTexts('safety', {
  emergency: {
    version: 1,
    text: 'What you wrote may be an emergency. Please read this first and act on it now.',
    sources: [GOV_UK],
    reviewedBy: null,
  },
  crisis: {
    version: 1,
    text: 'Thank you for telling me. I am sorry that things are so hard. Please read this first.',
    sources: [GOV_UK],
    reviewedBy: null,
  },
  both: {
    version: 1,
    text: 'What you wrote may be an emergency. I am sorry that things are so hard. Please read this first and get help now.',
    sources: [GOV_UK],
    reviewedBy: null,
  },
})

/** One for each red flag, or for some that ask for the same. */
export const emergencies = defineTexts('emergency', {
  fever: {
    version: 1,
    text: 'During cancer treatment, signs of an infection need help at once, day or night. Call your care team now, on the number that they gave you. Go by your own alert card if you have one. Some teams say to call at 37.5 °C (99.5 °F), all of them at 38 °C (100.4 °F), and some also below 36 °C (96.8 °F). Call as well if you shiver, feel muddled or feel very ill, even if you have no fever at all. Do not wait to see if it goes away. If you cannot reach them, call your local emergency number and say that you are having cancer treatment.',
    sources: [CDC_FEVER, UK_FEVER],
    reviewedBy: null,
  },
  spine: {
    version: 1,
    text: 'New weak or numb legs, trouble walking, a tight band of pain, or a change in how you pass water or stools can mean that something presses on the spinal cord. This needs help today. Waiting can cause harm that lasts. Call your care team now, on the number that they gave you. If you cannot reach them, or if feeling or movement is suddenly lost, call your local emergency number.',
    sources: [SPINE, SADDLE],
    reviewedBy: null,
  },
  chestPain: {
    version: 1,
    text: 'Chest pain can be a sign of something serious. Call your local emergency number now. Tell them about the cancer and its treatment. Sit down and rest while you wait. Do not drive yourself.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
  breathing: {
    version: 1,
    text: 'Trouble with breathing needs help right now. Call your local emergency number. Tell them about the cancer and its treatment. Sit upright and stay with someone while you wait.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
  bleeding: {
    version: 1,
    text: 'Heavy bleeding, or bleeding that does not stop, needs help right now. Call your local emergency number. If you can see where the blood comes from, press on it hard with a clean cloth. Tell them about the cancer, its treatment, and any drug that thins the blood.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
  coughingBlood: {
    version: 1,
    text: 'Coughing up blood needs help right now. Call your local emergency number. Tell them how much blood there was, and about the cancer and its treatment. Sit upright while you wait.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
  collapse: {
    version: 1,
    text: 'When someone faints, collapses or cannot be woken, they need help right now. Call your local emergency number. The person who answers will tell you what to do step by step. Tell them about the cancer and its treatment. Stay with the person.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
  seizure: {
    version: 1,
    text: 'A seizure needs help right now. Call your local emergency number. Keep the person away from things that could hurt them. Do not hold them down, and put nothing in their mouth. Note how long it lasts. Stay with them, and tell the helpers about the cancer.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
  stroke: {
    version: 1,
    text: 'A face that drops, an arm that goes weak, speech or sight that suddenly changes: these can be signs of a stroke. Each minute counts. Call your local emergency number now, even if the signs have gone away. Note the time when they began. Tell them about the cancer.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
  allergy: {
    version: 1,
    text: 'Swelling of the lips, face, tongue or throat, or a rash with trouble breathing, can be a severe allergy. Call your local emergency number now. Use an adrenaline pen if you have one. Tell them which drugs or foods were taken, and when.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
  overdose: {
    version: 1,
    text: 'Too much of a medicine can be dangerous, even if you feel well now. Call your local emergency number now. Tell them what was taken, how much and when. Keep the packet at hand. Do not wait for signs, and do not try to be sick. If someone is very sleepy or breathes slowly, stay with them.',
    sources: [CALL_NOW],
    reviewedBy: null,
  },
})

/** The order of help follows GOV.UK Chat; the contacts stand below the text as actions in the same order. */
export const crises = defineTexts('crisis', {
  suicidal: {
    version: 1,
    text: 'I am glad that you said it. You do not have to face this alone, and there are people who will listen. Please talk to one of them now: use the contacts below, or tell someone near you. No person is watching this chat, so nobody here can come to you. If you may act on these thoughts, or have already hurt yourself, call your local emergency number now.',
    sources: [GOV_UK],
    reviewedBy: null,
  },
  hopeless: {
    version: 1,
    text: 'That sounds like a lot to carry. Many people with cancer get to such a point, and talking to someone can help. If you think that others would be better off without you, or that you do not want to live, please talk to a person now: use the contacts below, or tell someone near you. No person is watching this chat. If you are in danger, call your local emergency number now.',
    sources: [GOV_UK, GENERAL],
    reviewedBy: null,
  },
  selfHarm: {
    version: 1,
    text: 'Thank you for saying this. You are not alone with it, and nobody should judge you. Please talk to someone who knows how to help: use the contacts below, or tell someone you trust. No person is watching this chat. If a wound is deep or bleeds a lot, or if you may hurt yourself again now, call your local emergency number.',
    sources: [GOV_UK],
    reviewedBy: null,
  },
  unsafe: {
    version: 1,
    text: 'Nobody has the right to hurt you, scare you or keep you from your medicine. It is not your fault. If you are in danger now, get to a safe place if you can and call your local emergency number. Tell someone you trust, and ask your care team to see you alone. The contacts below will listen and can say who helps near you. No person is watching this chat.',
    sources: [GENERAL],
    reviewedBy: null,
  },
  unsafeHelper: {
    version: 1,
    text: 'It is right to take this seriously. If the person is in danger now, call your local emergency number. Do not put yourself in danger. Talk to them alone, believe them, and tell their care team. The contacts below can say who helps near you. No person is watching this chat.',
    sources: [GENERAL],
    reviewedBy: null,
  },
  breakdown: {
    version: 1,
    text: 'That sounds like more than one person can bear. Please talk to someone now: use the contacts below, or ask a person near you to stay with you. If you hear or see things that others do not, or are scared of what you may do, call your care team or your local emergency number now. A medicine can be the cause, and it can be treated. No person is watching this chat.',
    sources: [GENERAL],
    reviewedBy: null,
  },
  breakdownHelper: {
    version: 1,
    text: 'This needs help now. If you cannot find the person, or they may hurt themselves or someone else, call your local emergency number. Keep yourself safe. Stay calm, speak softly, and do not argue about what they see or hear. Tell their care team as well: a medicine or an illness can be the cause, and it can be treated. No person is watching this chat.',
    sources: [GENERAL],
    reviewedBy: null,
  },
  helper: {
    version: 1,
    text: 'It is right to take this seriously. Ask the person plainly if they think about ending their life: asking does not put the idea in their head. Stay with them, or stay in touch, and keep pills and other means out of reach. You can use the contacts below yourself to ask how to help, and pass them on. No person is watching this chat. If they may act on it, or you cannot reach them, call your local emergency number now.',
    sources: [GOV_UK, GENERAL],
    reviewedBy: null,
  },
})

/** Labels of the buttons beside a safety notice; the numbers are in `contacts.ts`. */
export const actionLabels = defineTexts('action', {
  call999: { version: 1, text: 'Call 999 now.', sources: [OWN_LABEL], reviewedBy: null },
  call911: { version: 1, text: 'Call 911 now.', sources: [OWN_LABEL], reviewedBy: null },
  call112: { version: 1, text: 'Call 112 now.', sources: [OWN_LABEL], reviewedBy: null },
  call000: { version: 1, text: 'Call 000 now.', sources: [OWN_LABEL], reviewedBy: null },
  call111: { version: 1, text: 'Call 111 now.', sources: [OWN_LABEL], reviewedBy: null },
  danger999: { version: 1, text: 'In danger right now? Call 999.', sources: [OWN_LABEL], reviewedBy: null },
  danger911: { version: 1, text: 'In danger right now? Call 911.', sources: [OWN_LABEL], reviewedBy: null },
  danger112: { version: 1, text: 'In danger right now? Call 112.', sources: [OWN_LABEL], reviewedBy: null },
  danger000: { version: 1, text: 'In danger right now? Call 000.', sources: [OWN_LABEL], reviewedBy: null },
  danger111: { version: 1, text: 'In danger right now? Call 111.', sources: [OWN_LABEL], reviewedBy: null },
  call988: { version: 1, text: 'Call the crisis line 988.', sources: [OWN_LABEL], reviewedBy: null },
  text988: { version: 1, text: 'Text the crisis line 988.', sources: [OWN_LABEL], reviewedBy: null },
  samaritans: {
    version: 1,
    text: 'Call the Samaritans on 116 123. It is free.',
    sources: [OWN_LABEL],
    reviewedBy: null,
  },
  shout: { version: 1, text: 'Text SHOUT to 85258.', sources: [OWN_LABEL], reviewedBy: null },
  nhs111: { version: 1, text: 'Not in danger now? Call NHS 111.', sources: [OWN_LABEL], reviewedBy: null },
  call1737: { version: 1, text: 'Call the help line 1737.', sources: [OWN_LABEL], reviewedBy: null },
  text1737: { version: 1, text: 'Text the help line 1737.', sources: [OWN_LABEL], reviewedBy: null },
  lifeline: { version: 1, text: 'Call Lifeline on 13 11 14.', sources: [OWN_LABEL], reviewedBy: null },
  findHelpline: {
    version: 1,
    text: 'Find a crisis line in your country (findahelpline.com).',
    sources: [OWN_LABEL],
    reviewedBy: null,
  },
})

/** Labels where nobody told the reader's country: each says where its number works. The numbers are in `contacts.ts`. */
export const actionLabelsByCountry = defineTexts('action.in', {
  us911: { version: 1, text: 'In the US or Canada? Call 911 now.', sources: [OWN_LABEL], reviewedBy: null },
  uk999: { version: 1, text: 'In the UK? Call 999 now.', sources: [OWN_LABEL], reviewedBy: null },
  eu112: { version: 1, text: 'In the EU? Call 112 now.', sources: [OWN_LABEL], reviewedBy: null },
  australia000: { version: 1, text: 'In Australia? Call 000 now.', sources: [OWN_LABEL], reviewedBy: null },
  newZealand111: { version: 1, text: 'In New Zealand? Call 111 now.', sources: [OWN_LABEL], reviewedBy: null },
  us988: { version: 1, text: 'In the US or Canada? Call 988.', sources: [OWN_LABEL], reviewedBy: null },
  samaritans: {
    version: 1,
    text: 'In the UK or Ireland? Call the Samaritans on 116 123.',
    sources: [OWN_LABEL],
    reviewedBy: null,
  },
  lifeline: {
    version: 1,
    text: 'In Australia? You can call Lifeline on 13 11 14.',
    sources: [OWN_LABEL],
    reviewedBy: null,
  },
  newZealand1737: { version: 1, text: 'In New Zealand? Call 1737.', sources: [OWN_LABEL], reviewedBy: null },
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

/** Above the whole text of one source. */
export const sourceNotices = defineTexts('source', {
  age: {
    version: 1,
    text: 'This source is over 5 years old. Some facts, and above all treatments and survival figures, may have changed since. Ask your care team what is new.',
    sources: [JAMA],
    reviewedBy: null,
  },
  caseReport: {
    version: 1,
    text: 'This is a report about one single patient. What happened to one person may not happen to others.',
    sources: [GENERAL],
    reviewedBy: null,
  },
  clinicians: {
    version: 1,
    text: 'This source was written for doctors and nurses, so some of its words may be hard. Ask your care team about what you do not understand.',
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

/** On every reply, after the others, where the server counts questions without an answer. */
export const countingDisclaimers = defineTexts('disclaimer', {
  counting: {
    version: 1,
    text: 'When this chat finds no answer, it counts the topic. It also counts single words that come up on five days or more. Your message as a whole is not kept.',
    sources: [OWN_RULES],
    reviewedBy: null,
  },
})
