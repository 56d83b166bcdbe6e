import type { CountryCode } from './countries.ts'
import type { Dice } from './dice.ts'

const FIRST: Record<'fr' | 'en' | 'de' | 'es', string> = {
  fr: 'Adèle Agathe Alban Amina Anaïs Antonin Armand Aurore Bastien Bérénice Blandine Boris Capucine Cédric Clarisse Clémence Corentin Daphné Delphine Dorian Édith Éloïse Émeric Estelle Fabien Félicie Flavie Florian Gaëlle Gaspard Gwenaëlle Hélène Hadrien Ismaël Jade Joachim Josiane Karim Ladislas Leïla Léonie Loïc Lorraine Ludivine Maël Malika Margaux Maxence Mélanie Mireille Nabil Nadège Noémie Octave Ondine Pascaline Perrine Quentin Rachid Rémi Romane Samira Sidonie Solène Tanguy Tiphaine Ulysse Valentine Victoire Yannick Yasmine Zoé',
  en: 'Abigail Adrian Alistair Amara Beatrice Bethany Calum Cecily Clive Dana Declan Edwin Eleanor Ewan Fiona Fraser Gemma Gideon Harriet Howard Imogen Isaac Jasmine Joanna Keira Kenneth Leonard Lorna Malcolm Marian Naomi Nigel Olive Owen Pamela Percy Quincy Rhona Rowan Saskia Selina Stuart Tabitha Trevor Una Verity Vincent Wendy Winifred Zara',
  de: 'Anke Arne Bettina Birger Carsten Cornelia Dagmar Detlef Elke Falk Frauke Gerrit Gudrun Hanno Heike Holger Ilka Ingo Jana Jörn Katja Kersten Lennart Maike Meinhard Nele Norbert Ortrun Petra Ralf Ruth Silke Sönke Tanja Thorsten Ulrike Uwe Volker Wiebke Xenia',
  es: 'Alba Álvaro Beatriz Blas Carmela Damián Elvira Esteban Fátima Gonzalo Inmaculada Iván Jimena Leandro Lucía Macarena Nicolás Octavio Paloma Ramiro Rocío Saúl Tamara Ulises Valeria Ximena',
}

const LAST: Record<'fr' | 'en' | 'de' | 'es', string> = {
  fr: 'Abadie Amsellem Arnoux Aubertin Barbereau Bellonte Benyamina Berthoumieu Boisselier Bonnardel Bouquerel Brissac Cadoret Cazenave Chalvignac Charrier Chevrot Clavaud Combescure Coquelin Courvoisier Daguenet Delacourt Desrosiers Dubreuil Duchamp Eyraud Faugeras Fontanel Fourcade Gaillardin Gautheron Giraudet Gouraud Guibert Haffner Hamidou Hervouet Jaquemin Jourdain Kerbrat Labarthe Lacombe Lagarrigue Laverdure Lebrun Leclerc Lemasson Lhermitte Maillard Malbec Marchais Mezziane Monceau Morvan Nadaud Nogaret Oudin Pelletreau Perrault Plantier Quillien Rabouin Ravanel Rochefort Roumégas Sabatier Salvignol Sarrazin Tavernier Thévenot Toussaint Vallois Verdier Vignaud Yvernault Zeroual',
  en: 'Ackroyd Alderton Ashdown Barraclough Beckworth Blackmoor Brackley Calloway Carrick Cranfield Dalrymple Denholm Dunmore Eastgate Ellerby Fairbairn Farrow Garrick Glenister Greenhalgh Hadleigh Harkness Hollis Inglewood Kettering Kilbride Langford Lockhart Marlowe Merriweather Netherby Oakden Pemberton Penhale Quayle Ravenscroft Redfern Rutherglen Sandford Selwyn Stanhope Tarrant Thornbury Trelawney Underhill Wainwright Weatherby Whitcombe Yardley',
  de: 'Achterberg Bachmeier Brinkhoff Damerow Dornbusch Ebersold Eichhorst Falkenrath Grünewald Haberkorn Hagedorn Holthaus Immenhof Jessen Kaltenbach Kirchhoff Lindgarten Lohmeyer Meerbusch Niehaus Oldenburg Petersdorf Quandtler Reichwein Rosenkamp Sandhofer Schönfels Steinbrink Tannhoff Uhlendorf Vogelsang Wassermühl Westkamp Ziegenhals',
  es: 'Aldecoa Arizmendi Barrientos Benavides Calahorra Carranza Cifuentes Echeverri Fuentealba Galíndez Hinojosa Iturralde Larrañaga Lizarraga Mondragón Navarrete Olivares Palacín Quintanilla Redondela Salvatierra Tordesillas Urrutia Valderrama Villanueva Zumalacárregui',
}

type Language = keyof typeof FIRST
const LANGUAGE: Record<CountryCode, Language> = {
  FR: 'fr',
  BE: 'fr',
  CH: 'de',
  DE: 'de',
  GB: 'en',
  CA: 'fr',
  US: 'en',
  ES: 'es',
}
const first = { fr: split(FIRST.fr), en: split(FIRST.en), de: split(FIRST.de), es: split(FIRST.es) }
const last = { fr: split(LAST.fr), en: split(LAST.en), de: split(LAST.de), es: split(LAST.es) }

export type PersonName = { first: string; last: string }

/** A name of the country. `place` is the person's number within their company: two of one company never have one family name. */
export function makeName(dice: Dice, country: CountryCode, place: number): PersonName {
  const language = LANGUAGE[country]
  const names = last[language]
  const half = Math.floor(names.length / 2)
  const family = names[dice.whole(0, half - 1) + (place % 2 === 0 ? 0 : half)]
  return { first: dice.pick(first[language]), last: family ?? 'Morvan' }
}

/** Letters without accents, lower case, words joined by hyphens. */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function split(words: string): string[] {
  return words.split(' ')
}
