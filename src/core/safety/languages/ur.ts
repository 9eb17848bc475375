import { HINDUSTANI } from './hindustani.ts'
import { crisis, emergency, type LanguagePack } from './pack.ts'

export const ur: LanguagePack = {
  romanised: `${HINDUSTANI} bohat bohot buhat ziada ziyada woh wo hy hun hoon hoo goliyan goliyaan ammi abbu abba bhai behan bhen apko mujhay mujh nai rahay kesay sehat ilaj bimari seenay zindagi tang taang taangen hun jeenay`,
  flags: [
    emergency('سانس|دم', 'نہی|تکلیف|مشکل|پھول|گھٹ|رک|دقت|اکھڑ|اٹک'),
    emergency('saans|sans', 'nahi|nhi|nai|takleef|taklif|mushkil|phool|ruk|nahin'),
    emergency('سینے|سینہ|چھاتی|دل', 'درد|دباؤ|دباو|جکڑ|بھاری|جلن|تکلیف'),
    emergency('seenay|seene|sine|chaati|chati', 'dard|takleef|dabao'),
    emergency('خون', 'کھانس|تھوک|الٹی|بلغم|منہ|قے|کھانسی'),
    emergency('khoon|khun', 'khans|khaans|ulti|thook|mun|balgham'),
    emergency('خون|بلیڈنگ', 'رک نہی|نہی رک|بند نہی|بہت|زیادہ|مسلسل|بہہ رہا|نہیں رک|رکتا نہی'),
    emergency('khoon|khun|bleeding', 'ruk|band nahi|bohat|bohot|ziada|beh raha'),
    emergency(
      'ٹانگ|پاوں|پاؤں|پیر|نچلا دھڑ|کمر سے نیچے',
      'سن|محسوس نہی|ہلا|ہل نہی|فالج|کمزور|طاقت|جان نہی|کام نہی|بے جان|مفلوج|احساس نہی',
    ),
    emergency('tang|taang|paon|pair', 'sunn|sun ho|mehsoos|hil nahi|kamzor|falij|hila nahi|be jaan'),
    emergency('کھڑا نہی|کھڑی نہی|چل نہی|اٹھ نہی|کھڑے نہی', 'سک|ہو|پا|رہ'),
    emergency('پیشاب|پاخانہ', 'کنٹرول|قابو|روک نہی|نکل جا|رک نہی'),
    emergency(
      'بے ہوش|بیہوش|ہوش نہی|ہوش میں نہی|ہوش کھو|جواب نہی|اٹھ نہی رہ|جاگ نہی|گر گئ|گر گی|گر پڑ|بےہوش|آنکھیں نہی',
    ),
    emergency('behosh|hosh nahi|uth nahi rah|hosh me nahi|hosh mein nahi|jaag nahi'),
    emergency('دورہ|دورے|مرگی|جھٹکے|تشنج'),
    emergency('dora par|daura|mirgi|jhatkay|jhatke'),
    emergency('اوورڈوز|زہر'),
    emergency(
      'کھا لی|کھا لئ|پی لی|نگل|لے لی|کھائی|کھا گ|کھالی',
      'بہت|ساری|پوری|زیادہ|سب|پورا|ڈبل|دگنی',
      'گولی|گولیاں|دوا|دوائی|شیشی|پتا|مارفین|ٹیبلٹ|بوتل|ڈبی',
    ),
    emergency(
      'kha li|kha liya|khali|nigal|pi li',
      'goli|goliyan|dawa|dawai|tablet|sheeshi',
      'bohat|bohot|bahut|ziada|zyada|sari|puri|saari|poori',
    ),
    emergency('بخار|کپکپی|سردی لگ|کانپ|ٹمپریچر|درجہ حرارت', 'کیمو'),
    emergency('bukhar|fever|kaanp|kanp', 'kemo|keemo|chemo|kimo'),
    emergency('سوج|سوجن', 'زبان|ہونٹ|چہر|گلا|گلے|منہ|حلق'),
    emergency('فالج کا|منہ ٹیڑھا|چہرہ ٹیڑھا|بول نہی پا|سٹروک|اسٹروک'),
    crisis(
      'خودکشی|خود کشی|مرنا چاہ|مر جانا چاہ|جینا نہی چاہ|جینے کا دل نہی|جینا نہی|اپنی جان لین|جان دے|مر جاوں|مر جاؤں|زندگی ختم|زندہ نہی رہنا|میرے بغیر|خود کو نقصان|جینے کی خواہش|موت چاہ|اور نہی جی',
    ),
    crisis('marna chah|mar jana|jeena nahi|jina nahi|khudkushi|suicide|jeenay ka dil nahi|jeene ka dil|zinda nahi'),
  ],
  general:
    '^ *کیا .{0,120}سکت|کی وجہ سے ہو سکت|سے ہو سکت|ہو سکتا ہے کیا|وجہ بن|سائیڈ افیکٹ|مضر اثرات|کا مطلب|کیا ہوتا ہے|کیا ہوتی ہے',
}
