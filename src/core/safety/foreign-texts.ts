/**
 * Fixed texts in the languages that the chat does not speak. Each says the same as its English pattern:
 *
 * - `unsupported`: I only understand English. Please write your question in English, or ask someone to help you with it.
 *   If you feel very ill or are in danger, call your local emergency number now.
 * - `emergency`: What you wrote may be an emergency. Call your local emergency number now, or ask someone near you to
 *   call. If you are having cancer treatment, say so. No person is watching this chat.
 * - `crisis`: I am sorry that things are so hard. You are not alone. If you may harm yourself, call your local emergency
 *   number now, or stay with someone near you. On findahelpline.com you can find people in your country who will listen.
 *   No person is watching this chat.
 *
 * No native speaker and no clinician has reviewed them: `reviewedBy` is null.
 */
import { type CatalogueEntry, defineTexts } from './fixed-text.ts'
import type { Language } from './languages/index.ts'

interface ForeignTexts {
  readonly unsupported: CatalogueEntry
  readonly emergency: CatalogueEntry
  readonly crisis: CatalogueEntry
}

const ADVICE = ['Public advice of health services on when to call an emergency number']
const LINES = ['findahelpline.com, a directory of crisis lines by country']

function texts(language: Language, unsupported: string, emergency: string, crisis: string): ForeignTexts {
  return defineTexts(`foreign.${language}`, {
    unsupported: { version: 1, text: unsupported, sources: [], reviewedBy: null },
    emergency: { version: 1, text: emergency, sources: ADVICE, reviewedBy: null },
    crisis: { version: 1, text: crisis, sources: LINES, reviewedBy: null },
  })
}

export const FOREIGN_TEXTS: Readonly<Record<Language, ForeignTexts>> = {
  zh: texts(
    'zh',
    '我只懂英语。请用英语写下您的问题，或请别人帮您翻译。如果您感到非常不舒服或有危险，请立即拨打当地的急救电话。',
    '您写的内容可能是紧急情况。请立即拨打当地的急救电话，或请身边的人帮您拨打。如果正在接受癌症治疗，请告诉接线人员。没有人在看这个聊天。',
    '听到您这么难受，我很难过。您并不孤单。如果您可能伤害自己，请立即拨打当地的急救电话，或留在身边的人那里。在 findahelpline.com 上可以找到您所在国家愿意倾听的人。没有人在看这个聊天。',
  ),
  hi: texts(
    'hi',
    'मैं केवल अंग्रेज़ी समझता हूँ। कृपया अपना सवाल अंग्रेज़ी में लिखें, या किसी से इसमें मदद लें। अगर आपकी तबीयत बहुत ख़राब है या आप ख़तरे में हैं, तो अभी अपने इलाके के आपातकालीन नंबर पर फ़ोन करें।',
    'आपने जो लिखा है वह आपात स्थिति हो सकती है। अभी अपने इलाके के आपातकालीन नंबर पर फ़ोन करें, या पास के किसी व्यक्ति से फ़ोन करवाएँ। अगर कैंसर का इलाज चल रहा है, तो उन्हें बताएँ। इस चैट को कोई व्यक्ति नहीं देख रहा है।',
    'मुझे दुख है कि यह समय इतना कठिन है। आप अकेले नहीं हैं। अगर आप ख़ुद को नुकसान पहुँचा सकते हैं, तो अभी अपने इलाके के आपातकालीन नंबर पर फ़ोन करें, या पास के किसी व्यक्ति के साथ रहें। findahelpline.com पर आप अपने देश में ऐसे लोग पा सकते हैं जो आपकी बात सुनेंगे। इस चैट को कोई व्यक्ति नहीं देख रहा है।',
  ),
  es: texts(
    'es',
    'Solo entiendo inglés. Escriba su pregunta en inglés o pida a alguien que le ayude. Si se siente muy mal o está en peligro, llame ahora al número de emergencias de su país.',
    'Lo que ha escrito puede ser una emergencia. Llame ahora al número de emergencias de su país o pida a alguien cercano que llame. Si está en tratamiento contra el cáncer, dígalo. Ninguna persona está vigilando este chat.',
    'Siento que esté pasando por algo tan duro. No está solo ni sola. Si puede hacerse daño, llame ahora al número de emergencias de su país o quédese con alguien cercano. En findahelpline.com puede encontrar personas de su país que le escucharán. Ninguna persona está vigilando este chat.',
  ),
  fr: texts(
    'fr',
    'Je ne comprends que l’anglais. Écrivez votre question en anglais ou demandez à quelqu’un de vous aider. Si vous vous sentez très mal ou si vous êtes en danger, appelez tout de suite le numéro d’urgence de votre pays.',
    'Ce que vous avez écrit peut être une urgence. Appelez tout de suite le numéro d’urgence de votre pays ou demandez à quelqu’un près de vous d’appeler. Si un traitement contre le cancer est en cours, dites-le. Personne ne surveille cette conversation.',
    'Je suis désolé que ce soit si dur. Vous n’êtes pas seul. Si vous risquez de vous faire du mal, appelez tout de suite le numéro d’urgence de votre pays ou restez avec quelqu’un. Sur findahelpline.com, vous trouverez des personnes de votre pays qui vous écouteront. Personne ne surveille cette conversation.',
  ),
  ar: texts(
    'ar',
    'أنا أفهم الإنجليزية فقط. من فضلك اكتب سؤالك بالإنجليزية أو اطلب من شخص أن يساعدك. إذا كنت تشعر بأنك مريض جدًا أو كنت في خطر، فاتصل الآن برقم الطوارئ في بلدك.',
    'قد يكون ما كتبته حالة طارئة. اتصل الآن برقم الطوارئ في بلدك، أو اطلب من شخص قريب منك أن يتصل. إذا كان هناك علاج للسرطان فأخبرهم بذلك. لا يوجد أي شخص يراقب هذه المحادثة.',
    'يؤسفني أنك تمر بوقت صعب جدًا. لست وحدك. إذا كان من الممكن أن تؤذي نفسك، فاتصل الآن برقم الطوارئ في بلدك أو ابق مع شخص قريب منك. على موقع findahelpline.com يمكنك أن تجد أشخاصًا في بلدك يستمعون إليك. لا يوجد أي شخص يراقب هذه المحادثة.',
  ),
  bn: texts(
    'bn',
    'আমি শুধু ইংরেজি বুঝি। অনুগ্রহ করে আপনার প্রশ্নটি ইংরেজিতে লিখুন, অথবা কারও সাহায্য নিন। আপনি খুব অসুস্থ বোধ করলে বা বিপদে থাকলে এখনই আপনার এলাকার জরুরি নম্বরে ফোন করুন।',
    'আপনি যা লিখেছেন তা একটি জরুরি অবস্থা হতে পারে। এখনই আপনার এলাকার জরুরি নম্বরে ফোন করুন, অথবা কাছের কাউকে ফোন করতে বলুন। ক্যান্সারের চিকিৎসা চললে সে কথা জানান। কোনো মানুষ এই চ্যাট দেখছে না।',
    'সময়টা এত কঠিন যাচ্ছে জেনে আমি দুঃখিত। আপনি একা নন। আপনি নিজের ক্ষতি করতে পারেন মনে হলে এখনই আপনার এলাকার জরুরি নম্বরে ফোন করুন, অথবা কাছের কারও সঙ্গে থাকুন। findahelpline.com-এ আপনি নিজের দেশে এমন মানুষ পাবেন যারা আপনার কথা শুনবে। কোনো মানুষ এই চ্যাট দেখছে না।',
  ),
  pt: texts(
    'pt',
    'Eu só entendo inglês. Escreva a sua pergunta em inglês ou peça ajuda a alguém. Se você se sente muito mal ou está em perigo, ligue agora para o número de emergência do seu país.',
    'O que você escreveu pode ser uma emergência. Ligue agora para o número de emergência do seu país ou peça a alguém por perto que ligue. Se há um tratamento contra o câncer em curso, diga isso. Nenhuma pessoa está acompanhando este chat.',
    'Sinto muito que esteja tudo tão difícil. Você não está só. Se você pode se machucar, ligue agora para o número de emergência do seu país ou fique com alguém por perto. Em findahelpline.com você encontra pessoas no seu país que vão ouvir você. Nenhuma pessoa está acompanhando este chat.',
  ),
  ru: texts(
    'ru',
    'Я понимаю только английский язык. Пожалуйста, напишите вопрос по-английски или попросите кого-нибудь помочь. Если вам очень плохо или вы в опасности, сразу звоните по местному номеру экстренной помощи.',
    'То, что вы написали, может быть неотложным случаем. Сразу звоните по местному номеру экстренной помощи или попросите позвонить кого-нибудь рядом. Если идёт лечение рака, скажите об этом. Никто из людей не следит за этим чатом.',
    'Мне жаль, что вам так тяжело. Вы не одни. Если вы можете причинить себе вред, сразу звоните по местному номеру экстренной помощи или побудьте с кем-нибудь рядом. На сайте findahelpline.com можно найти людей в вашей стране, которые вас выслушают. Никто из людей не следит за этим чатом.',
  ),
  ur: texts(
    'ur',
    'میں صرف انگریزی سمجھتا ہوں۔ براہ کرم اپنا سوال انگریزی میں لکھیں یا کسی سے مدد لیں۔ اگر آپ کی طبیعت بہت خراب ہے یا آپ خطرے میں ہیں تو ابھی اپنے علاقے کے ہنگامی نمبر پر فون کریں۔',
    'آپ نے جو لکھا ہے وہ ہنگامی حالت ہو سکتی ہے۔ ابھی اپنے علاقے کے ہنگامی نمبر پر فون کریں یا قریب کسی شخص سے فون کروائیں۔ اگر کینسر کا علاج چل رہا ہے تو انہیں بتائیں۔ کوئی شخص اس چیٹ کو نہیں دیکھ رہا۔',
    'مجھے افسوس ہے کہ یہ وقت اتنا مشکل ہے۔ آپ اکیلے نہیں ہیں۔ اگر آپ خود کو نقصان پہنچا سکتے ہیں تو ابھی اپنے علاقے کے ہنگامی نمبر پر فون کریں یا قریب کسی شخص کے ساتھ رہیں۔ findahelpline.com پر آپ اپنے ملک میں ایسے لوگ ڈھونڈ سکتے ہیں جو آپ کی بات سنیں گے۔ کوئی شخص اس چیٹ کو نہیں دیکھ رہا۔',
  ),
  id: texts(
    'id',
    'Saya hanya mengerti bahasa Inggris. Silakan tulis pertanyaan Anda dalam bahasa Inggris, atau minta bantuan seseorang. Jika Anda merasa sangat sakit atau dalam bahaya, segera telepon nomor darurat setempat.',
    'Yang Anda tulis mungkin keadaan darurat. Segera telepon nomor darurat setempat, atau minta orang di dekat Anda untuk menelepon. Jika sedang menjalani pengobatan kanker, beri tahu mereka. Tidak ada orang yang mengawasi obrolan ini.',
    'Saya ikut sedih karena keadaan Anda begitu berat. Anda tidak sendirian. Jika Anda mungkin menyakiti diri sendiri, segera telepon nomor darurat setempat, atau tetaplah bersama seseorang di dekat Anda. Di findahelpline.com Anda dapat menemukan orang di negara Anda yang mau mendengarkan. Tidak ada orang yang mengawasi obrolan ini.',
  ),
  de: texts(
    'de',
    'Ich verstehe nur Englisch. Bitte schreiben Sie Ihre Frage auf Englisch oder lassen Sie sich dabei helfen. Wenn es Ihnen sehr schlecht geht oder Sie in Gefahr sind, rufen Sie jetzt die Notrufnummer Ihres Landes an.',
    'Was Sie geschrieben haben, kann ein Notfall sein. Rufen Sie jetzt die Notrufnummer Ihres Landes an oder bitten Sie jemanden in der Nähe darum. Wenn gerade ein Krebs behandelt wird, sagen Sie das. Kein Mensch schaut diesem Chat zu.',
    'Es tut mir leid, dass es so schwer ist. Sie sind nicht allein. Wenn Sie sich etwas antun könnten, rufen Sie jetzt die Notrufnummer Ihres Landes an oder bleiben Sie bei jemandem in der Nähe. Auf findahelpline.com finden Sie Menschen in Ihrem Land, die Ihnen zuhören. Kein Mensch schaut diesem Chat zu.',
  ),
  ja: texts(
    'ja',
    '英語しかわかりません。質問を英語で書くか、誰かに手伝ってもらってください。とても具合が悪いときや危険なときは、今すぐお住まいの地域の緊急電話番号に電話してください。',
    'お書きになったことは緊急事態かもしれません。今すぐお住まいの地域の緊急電話番号に電話するか、近くの人に電話してもらってください。がんの治療中であれば、そのことも伝えてください。このチャットを見ている人はいません。',
    'とてもおつらいのですね。あなたは一人ではありません。自分を傷つけてしまいそうなときは、今すぐお住まいの地域の緊急電話番号に電話するか、近くの人と一緒にいてください。findahelpline.com で、お住まいの国で話を聞いてくれる人を探せます。このチャットを見ている人はいません。',
  ),
}
