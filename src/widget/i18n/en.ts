/**
 * Every word of the widget that is neither a quote, nor a source's metadata, nor a text of the server. Texts for screen
 * readers are marked (sr).
 */
export const en = {
  /** BCP 47 tag, and the direction of its script. */
  locale: 'en',
  direction: 'ltr',

  heading: 'Ask the sources',
  greeting: 'Ask a question and read what named sources say, in their own words.',
  steps: [
    'You ask in your own words.',
    'The chat looks it up in a small set of named documents.',
    'You read their exact words, with the source and its date. Nothing is made up.',
  ],
  privacy: 'Please leave out names and other details that tell who you are. What you write is not kept.',
  starters: 'Questions you could start with',

  /** On the button that opens the chat. */
  open: 'Ask a question',
  close: 'Close',
  startAgain: 'Start again',
  /** (sr) */
  startedAgain: 'The conversation is forgotten. You can ask a new question.',

  question: 'Your question',
  placeholder: 'Type your question',
  ask: 'Ask',
  blank: 'Type a question first.',
  tooLong: (chars: number, most: number) =>
    `This question is ${chars} characters long. Shorten it to ${most} characters or fewer.`,
  /** (sr) */
  oneAtATime: 'Please wait for the answer to your last question.',

  /** (sr) Name of the list of questions and answers. */
  conversation: 'Questions and answers',
  youAsked: 'You asked:',
  /** (sr) */
  answer: 'Answer',
  searchedFor: 'Searched for:',
  searching: 'Searching the sources…',
  stillSearching: 'Still searching. This takes longer than usual.',
  /** (sr) */
  quotesFound: (count: number) => (count === 1 ? 'There is 1 quote.' : `There are ${count} quotes.`),

  severity: { urgent: 'Urgent', caution: 'Please note', info: 'Good to know' },
  disclaimers: 'Before you rely on this',

  /** (sr) Name of the list. */
  quotes: 'Quotes',
  /** (sr) */
  quote: (n: number) => `Quote ${n}`,
  keySentence: 'The part that fits best is marked.',
  tableRow: 'One row of a table',
  holdsSurvival: 'This quote holds survival figures. You can leave it closed.',
  showSurvival: 'Show survival figures',
  readInSource: 'Read it in the source',
  /** (sr) Goes after `readInSource`. */
  ofQuote: (n: number) => `: quote ${n}`,
  /** (sr) */
  newTab: '(opens in a new tab)',
  section: 'Section:',
  /** Of the original, as readers of PDFs count. */
  page: (page: number) => `page ${page}`,
  published: (date: string) => `Published ${date}`,
  lastRevised: (date: string) => `Last revised ${date}`,
  undated: 'Date unknown',
  audience: { patient: 'For patients', clinician: 'For clinicians' },

  explained: (term: string) => `“${term}”, explained by a source`,
  /** (sr) Goes after a word that opens its explanation. */
  explain: ', explain this word',
  closeExplanation: 'Close explanation',

  suggestions: 'Questions you could ask',

  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser did not allow it. Please select the text and copy it yourself.',
  print: 'Print or save for my appointment',
  notOpened: 'The browser blocked the page to print. Allow pop-up windows for this site, or use Copy.',

  tryAgain: 'Try again',
  tryAgainIn: (seconds: number) => `Try again in ${seconds} s`,
  failure: {
    offline: 'You are offline. Connect to the internet, then try again.',
    unreachable: 'The chat cannot be reached right now. Please try again in a moment.',
    cut: 'The connection was cut before the answer was whole, so it is not shown. Please try again.',
    refused: 'The chat could not read this question. Please write it in other words.',
    failed: 'Something went wrong on our side. Please try again later.',
    tooMany: (seconds: number) => `There were too many questions in a short time. Please wait ${seconds} seconds.`,
    busy: (seconds: number) => `Many people are asking right now. Please wait ${seconds} seconds.`,
    starting: (seconds: number) => `The chat is still starting. Please wait ${seconds} seconds.`,
  },

  /** The page to print. */
  paper: {
    title: 'My questions and what the sources say',
    made: (date: string) => `Made on ${date}`,
    printNow: 'Print or save as PDF',
    question: 'Question',
    references: 'References',
    quotedFrom: (n: number) => `Source ${n}`,
    hidden: 'A quote with survival figures is left out here, because it was not opened.',
    notes: 'My notes',
    authors: 'By',
    licence: 'Licence:',
    readAt: 'Read on',
  },
}
