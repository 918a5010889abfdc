/*
 * Names that are known to be names, because one letter makes another of them (Iran, Irak) or because
 * German writes all nouns large: states, large cities and what people are most often called. Written
 * by us; lower case, ae, oe, ue and ss for ä, ö, ü and ß.
 */
const PLACES = `
afghanistan albania albanien algeria algerien angola argentina argentinien armenia armenien australia australien austria
oesterreich azerbaijan bahrain bangladesh belarus belgium belgien bolivia bolivien bosnia bosnien brazil brasilien britain
bulgaria bulgarien cambodia cameroon canada kanada chad chile china colombia kolumbien congo kongo croatia kroatien cuba
kuba cyprus zypern czechia tschechien denmark daenemark ecuador egypt aegypten england eritrea estonia estland ethiopia
aethiopien europe europa finland finnland france frankreich gabon gambia gaza georgia georgien germany deutschland ghana
greece griechenland guinea haiti hungary ungarn iceland island india indien indonesia indonesien iran iraq irak ireland irland
israel italy italien jamaica japan jordan jordanien kazakhstan kenya kenia korea kosovo kuwait laos latvia lettland lebanon
libanon liberia libya libyen lithuania litauen luxembourg luxemburg macedonia malaysia mali malta mauritania mexico mexiko
moldova monaco mongolia montenegro morocco marokko myanmar namibia nepal netherlands niederlande niger nigeria norway
norwegen oman pakistan palestine panama paraguay peru philippines poland polen portugal qatar katar romania rumaenien
russia russland rwanda scotland schottland senegal serbia serbien singapore slovakia slowakei slovenia slowenien somalia
spain spanien sudan sweden schweden switzerland schweiz syria syrien taiwan tanzania thailand togo tunisia tunesien turkey
tuerkei uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen jemen zambia zimbabwe america amerika africa afrika
asia asien bavaria bayern hessen sachsen saxony thueringen tirol kaernten
amsterdam athens athen baghdad bagdad bangkok barcelona basel bergen beijing peking belfast berlin bern bonn boston bremen
brussels bruessel budapest cairo kairo chicago cologne koeln copenhagen kopenhagen damascus dortmund dresden dublin
duesseldorf essen florence frankfurt geneva genf glasgow graz hamburg hannover helsinki innsbruck istanbul jerusalem kabul
kiev kiew kyiv leipzig linz lisbon lissabon liverpool london lyon madrid mailand milan manchester moscow moskau munich
muenchen nairobi naples oslo paris prague prag riga rome rom salzburg seoul shanghai sofia stockholm stuttgart sydney
tehran teheran tokyo tokio toronto trier tripoli vienna wien warsaw warschau washington wroclaw zagreb zurich zuerich`;

const PEOPLE = `
adam alexander alice andrea andreas andrew angela anna anne anton barbara ben bernd bob brian carl carla charles christian
christina clara claudia daniel david diana dieter edward elena elisabeth elizabeth emily emma erik eva felix frank franz
fred friedrich fritz george georg gerhard hanna hannah hans heinrich helen helga helmut henry herbert hugo ida ingrid irene
jack jacob jakob james jan jane jana jean jens joan johann johannes john jonas jorge josef joseph juan julia julian karin
karl kate klaus kurt lara laura lena leon leo linda lisa luca lucas lukas maria marie mario mark markus martha martin mary
max michael miriam mohammed monika nadia nina nora oliver olga omar oscar otto paul paula peter petra philip philipp ralf
rainer richard robert rosa ruth sabine sam samuel sandra sara sarah sebastian silvia simon sofia sophie stefan stephen steve
susan susanne sven thomas tim tina tom ulrich ursula uwe vera victor walter werner william wolfgang`;

const NAMES = new Set(`${PLACES} ${PEOPLE}`.split(/\s+/).filter(Boolean));

/** Whether a word (in the spelling of `spellingOf`) is a known name. */
export function isKnownName(word: string): boolean {
  return NAMES.has(word);
}

const BEFORE_NAMES = new Set(
  `mr mister mrs ms miss sir lord lady dr doktor doctor prof professor president minister senator chancellor judge king
  queen prince herr herrn frau praesident praesidentin kanzler kanzlerin ministerin richter richterin koenig koenigin von van
  de saint sankt`.split(/\s+/),
);

/** Whether a name is to be expected after a word. */
export function announcesName(word: string): boolean {
  return BEFORE_NAMES.has(word);
}
