import { crisis, emergency, type LanguagePack } from './pack.ts'

export const es: LanguagePack = {
  words:
    'el los las una unos unas que qué del y está están por con mi mis tu su sus se lo le nos como cómo cuando cuándo donde dónde cuál cuáles quién quiénes hay tiene tienen tengo tienes puede puedo puedes pueden esto este esta estos estas eso ese pero más muy ya sí también después antes desde hasta sobre entre hola gracias ayuda ayúdame auxilio duele soy estoy fue ser hacer saber quiero quisiera nada todo todos hijo hija madre padre hermana hermano mamá papá esposo esposa mujer buenos buenas días tardes noches favor síntomas tratamiento enfermedad cáncer quimio cirugía operación hacia porque cuánto cuánta cuántos años niños vida médico cuerpo sirve suele era hace han ha al',
  flags: [
    emergency('no puedo|no puede|no logr|no consig|cuesta|dificultad|problemas para|apenas', 'respir'),
    emergency('falta|sin|quedo|queda|no me entra|no le entra', 'aire|aliento|respiracion'),
    emergency('ahogo|ahogando|se ahoga|me ahogo|asfixi'),
    emergency('duele|dolor|presion|opresion|punzada|aprieta|pinchazo|apretado', 'pecho|torax|corazon'),
    emergency('tos|escup|vomit|boca', 'sangre'),
    emergency(
      'sangr|hemorragia',
      'no para|mucho|mucha|sin parar|no se detiene|no deja|abundante|chorro|no cesa|no se corta',
    ),
    emergency(
      'no siento|no siente|no puedo mover|no puede mover|no mueve|no me responden|no le responden|dormid|entumecid|adormecid|debil|paraliz|sin fuerza|perdi la fuerza|no muevo|flojas',
      'pierna|pies|medio cuerpo|de la cintura',
    ),
    emergency('no puedo|no puede|dejo de', 'caminar|andar|ponerme de pie|levantarme|mantenerse en pie|ponerse de pie'),
    emergency('no controlo|no puedo controlar|no controla|no aguanto', 'orina|esfinter|pis|caca'),
    emergency(
      'inconsciente|desmay|(?:perdio|perdido|perdi) el conocimiento|no despierta|no se despierta|no reacciona|no responde|se desplom|desplomado|no respira',
    ),
    emergency('convuls|ataque epilep|ataque de epilep|epilepsia'),
    emergency('sobredosis|intoxicad'),
    emergency(
      'tome|tomo|tomado|trague|trago|tragado|ingeri|me tome',
      'todas|demasiad|muchas|muchos|frasco|bote|caja|un monton|de mas|entero|entera|el doble|puñado|puñados',
      'pastilla|pildora|medic|morfina|comprimid|frasco|caja|somnifer|paracetamol|tableta|dosis',
    ),
    emergency('fiebre|temperatura|calentura|escalofrio|tirit|temblando', 'quimio|defensas|neutro'),
    emergency('hinch|inflam', 'lengua|labios|cara|garganta'),
    emergency('cara torcida|boca torcida|derrame cerebral|ictus|no puede hablar|habla raro'),
    crisis(
      'no quiero (?:seguir )?viv|no quiere (?:seguir )?viv|(?:quiero|quisiera|prefiero|quiere|ganas de) morir|matarme|suicid|quitarme la vida|acabar con (?:mi vida|todo)|terminar con (?:mi vida|todo)|hacerme dano|mejor muert|mejor sin mi|no vale la pena vivir|desaparecer para siempre|no quiero estar vivo|quitarse la vida',
    ),
  ],
  general: 'pueden? .{0,60}(?:causar|provocar|producir)|causa la|efectos? secundari|que significa|que es (?:la|el|un)',
}
