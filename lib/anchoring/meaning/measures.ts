/*
 * Units, months, weekdays and words for numbers, English and German. Written by us: the units that
 * news measures in, the calendar, the numerals. A line is one thing in all its forms.
 */
const UNITS = `
  % percent prozent pct
  percentage_point prozentpunkt prozentpunkte prozentpunkten
  km kilometer kilometers kilometre kilometres kilometern
  m meter meters metre metres metern
  cm centimeter centimeters centimetre centimetres zentimeter zentimetern
  mm millimeter millimeters millimetre millimetres millimetern
  mile miles meile meilen mi
  foot feet ft
  inch inches zoll
  yard yards
  kg kilo kilos kilogram kilograms kilogramm
  g gram grams gramm gramme
  tonne tonnes tonnen
  ton tons
  lb lbs
  ounce ounces oz unze unzen
  l liter liters litre litres litern
  gallon gallons gallone gallonen
  barrel barrels fass
  ha hectare hectares hektar
  acre acres
  m² m2 sqm qm quadratmeter quadratmetern
  km² km2 quadratkilometer quadratkilometern
  m³ m3 kubikmeter kubikmetern
  ° degree degrees grad
  celsius
  fahrenheit
  sec seconds sekunde sekunden
  min minute minutes minuten
  h hour hours hr hrs stunde stunden std
  day days tag tage tagen tages
  week weeks woche wochen
  month months monat monate monaten monats
  quarter quarters quartal quartale
  year years jahr jahre jahren jahres
  decade decades jahrzehnt jahrzehnte jahrzehnten
  century centuries jahrhundert jahrhunderte jahrhunderten
  $ dollar dollars usd
  € euro euros eur
  £ pound pounds pfund gbp
  ¥ yen
  franc francs franken chf
  rouble roubles ruble rubles rubel
  yuan renminbi
  rupee rupees rupie rupien
  krone kroner kronen krona kronor
  cent cents
  w watt watts
  kw kilowatt kilowatts
  mw megawatt megawatts
  gw gigawatt gigawatts
  cm³ cm3 ccm kubikzentimeter
  kwh kilowattstunde kilowattstunden
  mwh megawattstunde megawattstunden
  mph
  kmh
  knot knots knoten
  byte bytes
  mb megabyte megabytes
  gb gigabyte gigabytes
  tb terabyte terabytes
  volt volts
  hertz hz`;

const MONTHS = `
  january jan januar jänner jaenner
  february feb februar feber
  march mar märz maerz mrz
  april apr
  may mai
  june jun juni
  july jul juli
  august aug
  september sep sept
  october oct oktober okt
  november nov
  december dec dezember dez`;

const WEEKDAYS = `
  monday montag montags
  tuesday dienstag dienstags
  wednesday mittwoch mittwochs
  thursday donnerstag donnerstags
  friday freitag freitags
  saturday samstag sonnabend samstags
  sunday sonntag sonntags`;

const NUMBERS = `
  zero null
  one eins
  two zwei
  three drei
  four vier
  five fünf
  six sechs
  seven sieben
  eight acht
  nine neun
  ten zehn
  eleven elf
  twelve zwölf
  thirteen dreizehn
  fourteen vierzehn
  fifteen fünfzehn
  sixteen sechzehn
  seventeen siebzehn
  eighteen achtzehn
  nineteen neunzehn`;

const TENS = `
  twenty zwanzig
  thirty dreißig dreissig
  forty vierzig
  fifty fünfzig
  sixty sechzig
  seventy siebzig
  eighty achtzig
  ninety neunzig`;

const ORDINALS = `
  first erst
  second zweit
  third dritt
  fourth viert
  fifth fünft
  sixth sechst
  seventh siebt
  eighth acht
  ninth neunt
  tenth zehnt
  eleventh elft
  twelfth zwölft`;

const lines = (list: string) =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '));

function formsOf<T>(list: string, read: (at: number, first: string) => T): Map<string, T> {
  const all = new Map<string, T>();
  lines(list).forEach((forms, at) => {
    for (const form of forms) all.set(form, read(at, forms[0] as string));
  });
  return all;
}

/** A unit's name by its forms in lower case. */
export const unitOf = formsOf(UNITS, (_, first) => first);
/** Units that differ by the case of a letter only, from greater ones. */
export const smallUnitOf = new Map([
  ['mW', 'milliwatt'],
  ['mWh', 'milliwatt_hour'],
  ['mHz', 'millihertz'],
  ['mV', 'millivolt'],
]);
/** Units of one letter are units only right after a number. */
export const isShortUnit = (form: string) => form.length <= 2 && /^[a-z]/.test(form);
/** From 1. */
export const monthOf = formsOf(MONTHS, (at) => at + 1);
/** From 1, which is Monday. */
export const weekdayOf = formsOf(WEEKDAYS, (at) => at + 1);

/** English words for numbers below a hundred, and German ones that are no compounds. */
export const numberOf = new Map([
  ...formsOf(NUMBERS, (at) => at),
  ...formsOf(TENS, (at) => (at + 2) * 10),
  ['dozen', 12],
  ['dutzend', 12],
]);

export const ordinalOf = new Map<string, number>();
lines(ORDINALS).forEach(([english = '', german = ''], at) => {
  ordinalOf.set(english, at + 1);
  for (const ending of ['e', 'en', 'em', 'er', 'es']) ordinalOf.set(german + ending, at + 1);
});
ordinalOf.set('twentieth', 20);

/** What a number is multiplied by; German billions are a thousand times greater. */
export const scaleOf = new Map([
  ['hundred', 100],
  ['hundert', 100],
  ['thousand', 1e3],
  ['tausend', 1e3],
  ['million', 1e6],
  ['millionen', 1e6],
  ['mio', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['milliarde', 1e9],
  ['milliarden', 1e9],
  ['mrd', 1e9],
  ['trillion', 1e12],
]);
export const billionIn = { en: 1e9, de: 1e12 };
