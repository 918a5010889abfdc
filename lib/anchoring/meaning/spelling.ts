/*
 * One spelling for each word of English and German. What the spelling is does not matter, only that
 * British and American, old and reformed, Swiss and German spellings come to the same one and that no
 * two words do. Rules where the language has one, else pairs; written by us from the official rules
 * (German reforms of 1996, 2006 and 2024) and from the differences that style guides list.
 */

/** Parts of words, wherever they stand. */
const PARTS: [RegExp, string][] = [
  [/ß/g, 'ss'],
  [/ä/g, 'ae'],
  [/ö/g, 'oe'],
  [/ü/g, 'ue'],
  // Three letters of a kind, but for III.
  [/((?!i)\p{L})\1\1/gu, '$1$1'],
  [/photo/g, 'foto'],
  [/graph/g, 'graf'],
  [/phon/g, 'fon'],
  [/delphin/g, 'delfin'],
  [/nti(al|ell)/g, 'nzi$1'],
  [/numerier/g, 'nummerier'],
  [/plazier/g, 'platzier'],
  [/stengel/g, 'staengel'],
  [/greuel/g, 'graeuel'],
  [/behend/g, 'behaend'],
  [/schneuz/g, 'schnaeuz'],
  [/ueberschwenglich/g, 'ueberschwaenglich'],
  [/aufwendig/g, 'aufwaendig'],
  [/kaenguruh/g, 'kaenguru'],
  [/selbstaendig/g, 'selbststaendig'],
  [/tolpatsch/g, 'tollpatsch'],
  [/rauh(?=$|e|h)/g, 'rau'],
  [/roheit/g, 'rohheit'],
  [/zaeheit/g, 'zaehheit'],
  [/jogh/g, 'jog'],
  [/thunfisch/g, 'tunfisch'],
  [/panther/g, 'panter'],
  [/anaesth/g, 'anesth'],
  [/paed/g, 'ped'],
  [/haem/g, 'hem'],
  [/archaeo/g, 'archeo'],
  [/mediaev/g, 'mediev'],
  [/aemia/g, 'emia'],
  [/foet/g, 'fet'],
  [/oestr/g, 'estr'],
  [/rrhoea/g, 'rrhea'],
  [/manoeuvr/g, 'maneuver'],
  [/maneuvere/g, 'maneuver'],
  [/mould/g, 'mold'],
  [/plough/g, 'plow'],
  [/sceptic/g, 'skeptic'],
  [/aluminium/g, 'aluminum'],
  [/jewellery/g, 'jewelry'],
  [/moustache/g, 'mustache'],
  [/aeroplane/g, 'airplane'],
  [/(judg|acknowledg|abridg)ement/g, '$1ment'],
  [/(def|off|pret)ence/g, '$1ense'],
  [/licence/g, 'license'],
  [/practice/g, 'practise'],
  [/programme(?!d|r)/g, 'program'],
  [/(fulfi|enro|ski|wi|insta|enthra)ll?(?=ful|ment|s?$)/g, '$1l'],
];

/** Endings and whole words; the first that fits. */
const ENDS: [RegExp, string][] = [
  [/^(.{2,})our(s|ed|ing|er|ers|able|ably|ite|ites|ful|al|ally|ly|hood|hoods|less|ist|ism)?$/, '$1or$2'],
  [/^(.{3,})is(e|ed|es|ing|ation|ations|er|ers|able)$/, '$1iz$2'],
  [/^(.{2,})ys(e|ed|es|ing|er|ers)$/, '$1yz$2'],
  [/^(.+[tbg])re(s|d)?$/, '$1er$2'],
  [/^(.{2,})ogue(s)?$/, '$1og$2'],
  [/^(.{3,}[aeiou])ll(ed|ing|er|ers|or|ors|ous|ously)$/, '$1l$2'],
];

const WORDS = new Map(
  `grey gray|greyer grayer|cheque check|cheques checks|tyre tire|tyres tires|kerb curb|kerbs curbs|storey story
  |storeys stories|draught draft|gaol jail|ageing aging|axe ax|whisky whiskey|enquiry inquiry|enquiries inquiries
  |mum mom|learnt learned|burnt burned|spelt spelled|dreamt dreamed|leant leaned|spoilt spoiled|gotten got
  |cosy cozy|disk disc|disks discs|ok okay|whilst while|amongst among|towards toward|afterwards afterward
  |upon on|till until|pyjamas pajamas|smoulder smolder|furore furor|speciality specialty|omelette omelet
  |tip tipp|stop stopp|cannot can_not|fuelled fueled|fuelling fueling|duelled dueled|dialled dialed|vs versus
  |dr doktor|doctor doktor|mr mister|jr junior|sr senior|st saint|prof professor|govt government|dept department
  |bzw beziehungsweise|usw und_so_weiter|zb zum_beispiel|dh das_heisst|ua unter_anderem|eg for_example
  |ie that_is|etc et_cetera|nr nummer|str strasse|inkl inklusive|ggf gegebenenfalls|evtl eventuell|sog sogenannt
  |usa us|uk u_k|no1 number_one|am an|im in|ins in|zum zu|zur zu|beim bei|vom von|ans an|aufs auf|fuers fuer
  |advisor adviser|advisors advisers|protestor protester|protestors protesters|imposter impostor|vender vendor
  |portemonnaie portmonee|mayonnaise majonaese|ketchup ketschup|exposee expose|varietee variete|kommuniquee kommunique
  |chicoree schikoree|spaghetti spagetti|necessaire nessessaer|panter panther|heut heute|gehn gehen|sehn sehen|gern gerne|selbst selber|sodaß sodass|jogurt joghurt|approx approximately`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** The one spelling of a word, whatever its case. */
export function spellingOf(word: string): string {
  let spelling = known.get(word);
  if (spelling !== undefined) return spelling;
  spelling = spell(word.toLowerCase().normalize('NFC'));
  // A long-running process sees no end of different words.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, spelling);
  return spelling;
}

/** Whether any part may be spelled otherwise; most words have none. */
const ANY_PART = new RegExp(
  PARTS.map(([part]) => part.source.replaceAll('\\1', '\\k<twice>').replace('((?!i)', '(?<twice>(?!i)')).join(
    '|',
  ),
  'u',
);
const ANY_END = new RegExp(ENDS.map(([end]) => end.source).join('|'));

const MARKS = /\p{M}|[\u00AD\u200B-\u200D\u2060\uFEFF'’]/gu;

const PLAIN = /^[a-z0-9-]*$/;

/** With ß they are other words than with ss. */
const OWN_SZ = new Set('maße maßen buße bußen'.split(' '));
const LIGATURES = /[\uFB00-\uFB06\u2080-\u2089]/gu;

function spell(lower: string): string {
  let spelling = OWN_SZ.has(lower) ? lower.replace('ß', 'sz') : lower;
  if (!PLAIN.test(spelling)) spelling = spelling.replace(LIGATURES, (sign) => sign.normalize('NFKC'));
  if (ANY_PART.test(spelling)) for (const [part, by] of PARTS) spelling = spelling.replace(part, by);
  if (!PLAIN.test(spelling)) spelling = spelling.normalize('NFD').replace(MARKS, '').normalize('NFC');
  spelling = WORDS.get(spelling) ?? spelling;
  if (!ANY_END.test(spelling)) return spelling;
  for (const [end, by] of ENDS)
    if (end.test(spelling)) return spelling.replace(end, (_, a, b) => fill(by, a, b));
  return spelling;
}

const fill = (by: string, first: string, second: unknown) =>
  by.replace('$1', first).replace('$2', typeof second === 'string' ? second : '');
