import { HINDUSTANI } from './hindustani.ts'
import { crisis, emergency, type LanguagePack } from './pack.ts'

export const hi: LanguagePack = {
  romanised: `${HINDUSTANI} mujhko bahut bahot zyada gaye kyon kaa kee unko usko karu dawa goli goliya ulti pitaji bachane hoti pita mata`,
  flags: [
    emergency('सांस|साँस|दम', 'नही|तकलीफ|मुश्किल|फूल|घुट|दिक्कत|रुक|अटक|ले पा'),
    emergency('saans|sans', 'nahi|nhi|nahin|takleef|taklif|mushkil|phool|ful|dikkat|ruk'),
    emergency('सीने|छाती|दिल', 'दर्द|दबाव|जकड|भारी|जलन|दुख'),
    emergency('seene|sine|chhati|chati|chest(?![a-z])', 'dard|pain'),
    emergency('खून|रक्त|ब्लड', 'खांस|खांसी|थूक|उल्टी|बलगम|मुंह|खास'),
    emergency('khoon|khun', 'khans|khaans|ulti|thook|muh'),
    emergency('खून|रक्त|ब्लीडिंग|रक्तस्राव', 'रुक नही|नही रुक|बंद नही|बहुत|ज्यादा|लगातार|बह रहा|रुकता|नही हो रहा'),
    emergency('khoon|khun|bleeding', 'ruk|band nahi|bahut|zyada|beh raha'),
    emergency(
      'पैर|टांग|टांगो|पांव|कमर के नीचे',
      'सुन्न|महसूस नही|हिल नही|हिला|लकवा|कमजोर|ताकत|जान नही|काम नही|नही चल|सुन|उठ नही|झुनझुनी|बेजान',
    ),
    emergency('pair|paer|tang|taang|paon', 'sunn|sun ho|mehsoos|hil nahi|kamzor|lakwa|jaan nahi'),
    emergency('चल नही|खडा नही|खडी नही|उठ नही|खडे नही', 'पा|सक|हो'),
    emergency('पेशाब|मल|टॉयलेट', 'रुक नही|काबू|कंट्रोल|निकल जा|रोक नही'),
    emergency('बेहोश|होश नही|होश मे नही|होश खो|जवाब नही|उठ नही रह|जाग नही|गिर गय|गिर पड|आंखे नही खोल|सांस नही ले'),
    emergency('behosh|hosh nahi|hosh me nahi|uth nahi rah|jaag nahi'),
    emergency('दौरा|दौरे|मिर्गी|झटके|ऐंठन'),
    emergency('daura|mirgi|jhatke'),
    emergency('ओवरडोज'),
    emergency(
      'खा ली|खा लि|पी ली|पी लि|निगल|ले ली|खाई|खा गय',
      'बहुत|सारी|पूरी|ज्यादा|सब|पूरा|डबल|दुगुनी|दोगुनी|अधिक',
      'गोली|गोलि|दवा|दवाई|शीशी|पत्ता|मॉर्फीन|टैबलेट|डिब्बा',
    ),
    emergency(
      'kha li|kha liya|kha liye|nigal|pi li',
      'goli|goliya|dawa|tablet|sheeshi',
      'bahut|bohot|zyada|sari|puri|saari|poori',
    ),
    emergency('बुखार|कंपकंपी|ठंड लग|कांप|तापमान|ज्वर', 'कीमो|कैमो'),
    emergency('bukhar|fever|kaanp|kamp', 'kemo|keemo|chemo'),
    emergency('सूज', 'जीभ|होंठ|होठ|चेहरा|चेहरे|गला|गले|मुंह'),
    emergency('स्ट्रोक|मुंह टेढ|चेहरा टेढ|बोल नही पा|फालिज|पक्षाघात'),
    crisis(
      'आत्महत्या|मरना चाह|मर जाना चाह|जीना नही चाह|जीने का मन नही|जीने की इच्छा नही|जीना नही|खुदकुशी|जान दे|मर जाऊ|मरने का मन|अपनी जान|खत्म कर ल|मेरे बिना|खुद को नुकसान|और नही जी|जीने का कोई|मर जाना',
    ),
    crisis('marna chah|mar jana|jeena nahi|jina nahi|khudkushi|suicide|aatmahatya|jeene ka man nahi|mar jau'),
  ],
  general:
    '^ *क्या .{0,120}सकत|के कारण हो सकत|से हो सकत|हो सकता है क्या|कारण बन|साइड इफेक्ट|दुष्प्रभाव|क्या होता है|का मतलब|का क्या अर्थ',
}
