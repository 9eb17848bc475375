import { crisis, emergency, type LanguagePack } from './pack.ts'

export const pt: LanguagePack = {
  words:
    'os uma umas uns que do da dos das em na nos nas por para com não é são está estão foi ser ter tem têm tenho tinha meu minha meus minhas seu sua seus suas ele ela eles elas nós você vocês eu isso isto esse essa este esta como quando onde qual quais quem porque porquê quanto quantos pode posso podem muito muita mais mas também depois antes já só até sobre entre olá oi obrigado obrigada ajuda socorro dor filho filha mãe pai irmã irmão marido esposa mulher anos vida médico doença tratamento cirurgia sintomas câncer cancro químio corpo sim bom boa dia tarde noite tô tá pra vai vou fazer saber quero alguém nada tudo todos ao aos à às feito mês vem precisa explica passa',
  flags: [
    emergency(
      'nao consig|nao consegue|nao esta conseg|nao to conseg|dificuldade|mal consig|nao posso|custa|nao da',
      'respir',
    ),
    emergency('falta de ar|sem ar|sufoc|faltando ar|falta o ar|falta-me o ar|sem folego'),
    emergency('dor|doi|doendo|aperto|pressao|pontada|apertado|queima', 'peito|torax|coracao'),
    emergency('toss|tosse|cusp|escarr|vomit', 'sangue'),
    emergency('sangr|hemorragia', 'nao para|muito|sem parar|nao estanca|bastante|forte|jorr|demais|nao parou'),
    emergency('hemorragia'),
    emergency(
      'nao sinto|nao sente|nao consigo mexer|nao consigo mover|nao consegue mexer|nao mexe|dorment|formig|fraca|paralis|sem forca|perdi a forca|nao mexo|nao obedecem|bambas',
      'perna|pes|cintura',
    ),
    emergency('nao consig|nao consegue|nao posso|nao pode|parei de', 'andar|caminhar|levantar|ficar de pe|ficar em pe'),
    emergency('nao (?:consigo )?(?:segur|control)', 'xixi|urina|coco|bexiga|intestino'),
    emergency(
      'inconsciente|desmai|perdeu (?:a consciencia|os sentidos)|nao acorda|nao responde|nao reage|apagou|caiu duro|nao respira|desacordad',
    ),
    emergency('convuls|ataque epilep|epilep'),
    emergency('overdose|superdos|sobredos|intoxicad'),
    emergency(
      'tomei|tomou|engoli|engoliu|ingeri',
      'todos|todas|muitos|muitas|demais|cartela|caixa|frasco|inteir|varios|varias|um monte|dobro|montao',
      'comprimid|remedio|medic|morfina|cartela|caixa|frasco|pilula|dose|paracetamol|calmante',
    ),
    emergency('febre|temperatura|calafrio|tremendo|tremor|tremedeira', 'quimio|neutro|imunidade'),
    emergency('inch|inchad', 'lingua|labio|rosto|cara|garganta|boca'),
    emergency('boca torta|rosto torto|avc|derrame|fala enrolada|nao consegue falar'),
    crisis(
      'nao quero (?:mais )?viver|nao quer (?:mais )?viver|quero (?:morrer|sumir)|quer morrer|vontade de (?:morrer|viver)|queria (?:morrer|estar mort)|me matar|se matar|matar-me|suicid|tirar a (?:minha|propria) vida|tirar minha vida|acabar com (?:a minha vida|minha vida|tudo)|me machucar|melhor sem mim|melhor mort|prefiro morrer|nao aguento mais viver',
    ),
  ],
  general:
    'podem? .{0,60}(?:causar|provocar)|pode dar|efeitos? (?:colatera|secundari)|o que significa|o que e (?:a|o|um)',
}
