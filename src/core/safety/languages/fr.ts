import { crisis, emergency, type LanguagePack } from './pack.ts'

export const fr: LanguagePack = {
  words:
    'le les une des du et est sont que qui quoi quel quelle quels quelles où je tu il elle nous vous ils elles mon ma mes ton sa ses notre votre leur ce cette ces qu pas ne avec pour dans sur sous chez comment pourquoi quand combien peut peux peuvent ai avez avons ont suis êtes était être avoir fait faire très mais aussi après avant depuis bonjour bonsoir salut merci aidez aide secours mal docteur maladie traitement tumeur enfant fils fille mère père maman papa mari femme frère soeur sœur ans vie opération chimio symptômes guérir oui voilà quelqu beaucoup encore déjà rien tout toute tous y savoir veux voudrais dois faut arrive arrivé prend cela ça donc alors ici corps',
  flags: [
    emergency(
      "arriv\\w* (?:plus|pas)|peu\\w* (?:plus|pas)|du mal|difficult|mal a|n'?arrive|etouff|gene|suffoqu",
      'respir|souffle|etouff|suffoqu',
    ),
    emergency('manque (?:d.|de |d’)?air|essouffl|plus d.air|a bout de souffle|etouffe|suffoque'),
    emergency('douleur|mal a|mal dans|mal au|serre|oppress|pression|poids|brul', 'poitrine|thorax|coeur|cœur'),
    emergency('crach|touss|toux|vomi', 'sang'),
    emergency(
      'saign|hemorragie|perd\\w* du sang|sang',
      's.arrete pas|arrete pas|beaucoup|enormement|abondant|flots|sans arret|s.arrete plus|arreter|hemorragie',
    ),
    emergency('hemorragie'),
    emergency(
      'sens plus|sent plus|sens pas|sent pas|bouger|bouge|engourdi|paralys|faible|molles|lachent|lache|force|fourmi|repondent|insensib|coton',
      'jambe|pieds|bas du corps',
    ),
    emergency('peu\\w* (?:plus|pas)|arriv\\w* (?:plus|pas)', 'marcher|me lever|se lever|tenir debout|me mettre debout'),
    emergency('controle|retien|incontinen', 'vessie|urine|selles|pipi|intestin'),
    emergency(
      'inconscient|evanoui|perdu connaissance|perd connaissance|perte de connaissance|se reveille (?:pas|plus)|reagit (?:pas|plus)|repond (?:pas|plus)|s.est effondre|respire (?:pas|plus)|tombe dans les pommes|malaise',
    ),
    emergency('convuls|epilep|fait une crise'),
    emergency('overdose|surdos'),
    emergency(
      'avale|pris|prend|ingere|aval',
      'trop de|toute la boite|boite entiere|tous|toutes|boite|plaquette|flacon|double dose|beaucoup de|plein de',
      'medic|comprim|cachet|pilule|morphine|somnifere|boite|plaquette|flacon|doliprane|paracetamol|dose|gelule',
    ),
    emergency('fievre|temperature|frisson|3[89]', 'chimio|neutro|aplasie'),
    emergency('gonfl|enfl', 'langue|levre|visage|gorge'),
    emergency(
      'visage tombe|bouche de travers|bouche tordue|avc|arrive plus a parler|parle bizarre|n.arrive plus a parler',
    ),
    crisis(
      'veu\\w* (?:plus|pas) vivre|(?:envie|veux|voudrais|veut|prefere|prefererais) (?:de )?(?:mourir|crever)|suicid|me tuer|se tuer|mettre fin a (?:mes|ses) jours|en finir|me faire du mal|mieux mort|mieux sans moi|plus envie de vivre|foutre en l.air|disparaitre pour toujours',
    ),
  ],
  general:
    'peu(?:t|vent) .{0,60}(?:causer|provoquer|entrainer|donner)|peut-(?:il|elle) (?:causer|provoquer|entrainer|donner)|effets? secondaire|que veut dire|c.est quoi|qu.est-ce que (?:la|le|l|c)',
}
