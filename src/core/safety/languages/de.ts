import { crisis, emergency, type LanguagePack } from './pack.ts'

export const de: LanguagePack = {
  words:
    'der das dem ein eine einen einem einer eines und ist sind ich du er sie es wir ihr mein meine meinen meinem meiner dein deine sein seine unser unsere nicht kein keine mit für von vom zu zum zur auf aus bei beim nach über unter vor wie wo wann warum wieso weshalb welche welcher welches wer wen wem kann können könnte muss müssen soll sollte habe hab haben hatte wird werden wurde auch noch schon aber oder wenn weil dass daß sehr mehr viel hallo guten tag morgen abend danke bitte hilfe krankheit behandlung krebs kind sohn tochter mutter vater mama papa frau bruder schwester jahre jahren leben arzt schmerzen symptome gibt heißt bedeutet denn mal gerade ganz stark im deutsch mir mich dir dich uns euch etwas nichts alles immer wieder heute gestern jetzt seit bis gegen ohne körper',
  flags: [
    emergency('bekomm\\w*|krieg\\w*|kann|kaum|keine|schwer|nicht', 'luft|atmen|atem'),
    emergency('atemnot|erstick|luftnot'),
    emergency('schmerz|druck|engegefuhl|sticht|stechen|weh|brennt|drueckt|druckt|enge', 'brust|herz'),
    emergency('hust|spuck|erbrech|erbricht|kotz', 'blut'),
    emergency(
      'blut|blutet',
      'hor\\w* nicht auf|hoer\\w* nicht auf|stark|viel|nicht stoppen|stoppt nicht|nicht mehr auf|aufhor',
    ),
    emergency(
      'taub|lahm|gelahmt|gelaehmt|spure|spuere|fuhl|fuehl|schwach|bewegen|kribbel|kraft|gehorchen|eingeschlafen|sacken',
      'bein|fusse|fuesse|unterkorper',
    ),
    emergency('nicht mehr|kann nicht|kaum', 'laufen|gehen|stehen|aufstehen'),
    emergency('nicht mehr halten|kontrolle|nicht halten|einnass', 'urin|stuhl|blase|pipi|wasser'),
    emergency(
      'bewusstlos|bewußtlos|ohnmach|ohnmaecht|reagiert nicht|wacht nicht|nicht ansprechbar|umgekippt|zusammengebrochen|atmet nicht|nicht aufwecken|nicht wach',
    ),
    emergency('krampfanfall|krampft|epilep|krampfanf|anfall', 'gerade|jetzt|hat|krampf|epilep|anfall'),
    emergency('uberdosis|ueberdosis|vergiftet'),
    emergency(
      'geschluckt|genommen|geschluckt|eingenommen|schluck',
      'zu viel|zuviel|alle|ganze|packung|zu viele|viele|doppelte|menge|handvoll|flasche',
      'tablette|pille|medikament|morphi|packung|schlafmittel|dosis|tropfen|flasche|schmerzmittel|kapsel|paracetamol',
    ),
    emergency('fieber|temperatur|schuttelfrost|schuettelfrost', 'chemo|leuko|neutro'),
    emergency('schwillt|schwellen|geschwollen|schwell', 'zunge|lippe|gesicht|hals|rachen'),
    emergency('schlaganfall|mundwinkel|gesicht hangt|kann nicht mehr sprechen|spricht komisch'),
    crisis(
      'nicht mehr leben|(?:will|mochte|moechte|wurde gern|wuerde gern) (?:einfach |nur )?(?:noch )?(?:sterben|tot)|will nicht leben|umbring|suizid|selbstmord|das leben nehmen|schluss machen|keinen sinn mehr|ohne mich besser|besser (?:dran )?ohne mich|lieber tot|nicht mehr da sein|mir etwas antun|mir was antun|nicht mehr weiterleben|nicht mehr aufwachen',
    ),
  ],
  general:
    'kann (?:das|der|die|es|ein|eine|diese\\w*) (?:[^ ]+ ){0,5}(?:verursachen|auslosen|ausloesen|fuhren|fuehren)|nebenwirkung|was bedeutet|was ist (?:ein|eine|der|die|das)',
}
