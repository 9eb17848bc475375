/** Arabic, written from right to left. Quotes, notices and disclaimers stay in the language that the server sends. */
import type { Strings } from './strings.ts'

export const ar: Strings = {
  locale: 'ar',
  direction: 'rtl',

  heading: 'اسأل المصادر',
  greeting: 'اطرح سؤالاً واقرأ ما تقوله مصادر معروفة بكلماتها هي.',
  steps: [
    'اسأل بكلماتك أنت.',
    'تبحث المحادثة في مجموعة صغيرة من الوثائق المعروفة.',
    'تقرأ كلماتها بالضبط مع المصدر وتاريخه. لا شيء مُختلَق.',
  ],
  privacy: 'من فضلك لا تكتب أسماء أو تفاصيل تدل على هويتك. لا يُحفظ ما تكتبه.',
  starters: 'أسئلة يمكنك البدء بها',

  open: 'اطرح سؤالاً',
  close: 'إغلاق',
  startAgain: 'ابدأ من جديد',
  startedAgain: 'تم محو المحادثة. يمكنك طرح سؤال جديد.',

  question: 'سؤالك',
  placeholder: 'اكتب سؤالك',
  ask: 'اسأل',
  blank: 'اكتب سؤالاً أولاً.',
  tooLong: (chars, most) => `طول هذا السؤال ${chars} حرفاً. اختصره إلى ${most} حرف أو أقل.`,
  oneAtATime: 'من فضلك انتظر الإجابة عن سؤالك السابق.',

  conversation: 'الأسئلة والأجوبة',
  youAsked: 'سؤالك:',
  answer: 'الإجابة',
  searchedFor: 'تم البحث عن:',
  searching: 'جارٍ البحث في المصادر…',
  stillSearching: 'ما زال البحث جارياً. يستغرق وقتاً أطول من المعتاد.',
  quotesFound: (count) => `عدد الاقتباسات: ${count}.`,

  severity: { urgent: 'عاجل', caution: 'انتبه', info: 'للعلم' },
  disclaimers: 'قبل أن تعتمد على هذا',

  quotes: 'الاقتباسات',
  quote: (n) => `الاقتباس ${n}`,
  keySentence: 'الجزء الأقرب إلى سؤالك مميَّز.',
  tableRow: 'صف واحد من جدول',
  holdsSurvival: 'يحتوي هذا الاقتباس على أرقام عن البقاء على قيد الحياة. يمكنك تركه مغلقاً.',
  showSurvival: 'أظهر أرقام البقاء على قيد الحياة',
  readInSource: 'اقرأه في المصدر',
  ofQuote: (n) => `: الاقتباس ${n}`,
  newTab: '(يفتح في علامة تبويب جديدة)',
  section: 'القسم:',
  page: (page) => `صفحة ${page}`,
  published: (date) => `نُشر في ${date}`,
  lastRevised: (date) => `آخر مراجعة في ${date}`,
  undated: 'التاريخ غير معروف',
  audience: { patient: 'للمرضى', clinician: 'للأطباء' },

  explained: (term) => `«${term}» كما يشرحها أحد المصادر`,
  explain: '، اشرح هذه الكلمة',
  closeExplanation: 'أغلق الشرح',

  suggestions: 'أسئلة يمكنك طرحها',

  copy: 'نسخ',
  copied: 'تم النسخ.',
  notCopied: 'لم يسمح المتصفح بذلك. حدد النص وانسخه بنفسك.',
  print: 'اطبع أو احفظ لموعدي',
  notOpened: 'منع المتصفح فتح صفحة الطباعة. اسمح بالنوافذ المنبثقة لهذا الموقع أو استخدم النسخ.',

  tryAgain: 'حاول مرة أخرى',
  tryAgainIn: (seconds) => `حاول مرة أخرى بعد ${seconds} ث`,
  failure: {
    offline: 'أنت غير متصل. اتصل بالإنترنت ثم حاول مرة أخرى.',
    unreachable: 'لا يمكن الوصول إلى المحادثة الآن. حاول مرة أخرى بعد قليل.',
    cut: 'انقطع الاتصال قبل اكتمال الإجابة، لذلك لا تُعرض. حاول مرة أخرى.',
    refused: 'تعذرت قراءة هذا السؤال. اكتبه بكلمات أخرى.',
    failed: 'حدث خطأ لدينا. حاول مرة أخرى لاحقاً.',
    tooMany: (seconds) => `أُرسلت أسئلة كثيرة في وقت قصير. انتظر ${seconds} ثانية.`,
    busy: (seconds) => `يسأل كثيرون الآن. انتظر ${seconds} ثانية.`,
    starting: (seconds) => `ما زالت المحادثة قيد البدء. انتظر ${seconds} ثانية.`,
  },

  paper: {
    title: 'أسئلتي وما تقوله المصادر',
    made: (date) => `أُعدت في ${date}`,
    printNow: 'اطبع أو احفظ بصيغة PDF',
    question: 'سؤال',
    references: 'المراجع',
    quotedFrom: (n) => `المصدر ${n}`,
    hidden: 'حُذف هنا اقتباس يحتوي على أرقام عن البقاء على قيد الحياة لأنه لم يُفتح.',
    notes: 'ملاحظاتي',
    authors: 'بقلم',
    licence: 'الترخيص:',
    readAt: 'قُرئ في',
  },
}
