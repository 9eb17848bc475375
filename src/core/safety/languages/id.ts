import { crisis, emergency, type LanguagePack } from './pack.ts'

export const id: LanguagePack = {
  words:
    'yang dan di ke dari ini itu untuk dengan pada adalah ada tidak tak bukan apa apakah siapa kapan mengapa kenapa bagaimana gimana berapa mana dimana kemana saya aku kamu anda dia kami kita mereka nya bisa dapat harus sudah udah belum akan sedang lagi telah setelah sebelum sesudah karena jika kalau tapi tetapi atau juga hanya saja sangat sekali banget lebih anak ibu bapak ayah suami istri kakak adik mama papa penyakit kanker sakit obat dokter rumah operasi kemo pengobatan gejala tubuh tulang darah tolong terima kasih halo selamat pagi siang malam mau ingin tahu tau biasanya bagian tahun hidup bulan hari baru para sama seperti kayak gak nggak ga enggak dok bu pak terus anaknya umur usia menyebar kambuh',
  flags: [
    emergency(
      'tidak bisa|gak bisa|ga bisa|nggak bisa|ngga bisa|tak bisa|susah|sulit|sesak|kesulitan|engap',
      'nafas|napas|bernafas|bernapas',
    ),
    emergency('sesak'),
    emergency('sakit|nyeri|ditekan|tertekan|sesak|tertindih|perih|panas', 'dada|jantung'),
    emergency('batuk|muntah|meludah|dahak', 'darah'),
    emergency(
      'darah|pendarahan|perdarahan|berdarah',
      'tidak berhenti|gak berhenti|ga berhenti|nggak berhenti|terus|banyak|deras|hebat|tidak mau berhenti|gak mau berhenti|ngucur|mengucur',
    ),
    emergency('pendarahan|perdarahan'),
    emergency(
      'mati rasa|tidak bisa digerak|gak bisa digerak|ga bisa digerak|lumpuh|lemas|kebas|baal|kesemutan|tidak terasa|gak terasa|gak kerasa|ga kerasa|tidak merasakan|lemah|tidak bisa merasakan',
      'kaki|tungkai|badan bawah',
    ),
    emergency('tidak bisa|gak bisa|ga bisa|nggak bisa|tak bisa', 'jalan|berjalan|berdiri|bangun dari'),
    emergency(
      'tidak bisa (?:menahan|tahan|kontrol)|gak bisa (?:menahan|tahan|nahan|kontrol)|ngompol',
      'kencing|pipis|bab|buang air|ngompol',
    ),
    emergency(
      'pingsan|tidak sadar|gak sadar|ga sadar|tak sadar|hilang kesadaran|kehilangan kesadaran|tidak bangun|gak bangun|tidak merespon|tidak respon|gak respon|kolaps|tidak bernapas|tidak bernafas',
    ),
    emergency('kejang|epilepsi|ayan'),
    emergency('overdosis|over dosis|keracunan'),
    emergency(
      'minum|telan|nelan|menelan|konsumsi',
      'semua|banyak|sebotol|kebanyakan|terlalu|satu botol|satu strip|sekaligus|segenggam|dua kali',
      'obat|pil|tablet|morfin|botol|kapsul|dosis',
    ),
    emergency('demam|panas|suhu|menggigil|meriang', 'kemo'),
    emergency('bengkak|membengkak', 'lidah|bibir|wajah|muka|tenggorokan|leher'),
    emergency('stroke|mulut mencong|wajah turun|bicara pelo|bicaranya pelo|tiba tiba pelo'),
    crisis(
      'bunuh diri|(?:mau|ingin|pengen|pingin|lebih baik|mending) (?:saya |aku )?mati|(?:tidak|gak|ga|nggak|tak) (?:mau|ingin|pengen) hidup|akhiri hidup|mengakhiri hidup|menyakiti diri|capek hidup|lelah hidup|tanpa saya lebih baik|lebih baik tanpa (?:saya|aku)',
    ),
  ],
  general: '(?:bisa|dapat) menyebabkan|apakah .{0,60}menyebabkan|efek samping|apa itu|apa arti',
}
