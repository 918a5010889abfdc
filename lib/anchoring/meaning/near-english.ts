/** Pairs of longer words that a slip of one or two letters makes of each other, and what is near to them. */
export const NEAR_ENGLISH = `
casual causal casually causally untied uniting untying nuclear unclear angel angels angle angles angled prosecution
persecution prosecuted persecuted prosecutor principals principles pubic trials trails statues statutes bride bribe
brides bribes bribed silver sliver sacred scared scarred board broad weird reserved reversed reserve reverse
conversation conservation cavalry calvary preserve preserved persevered perspective prospective proscribed prescribed
prescription proscription precede proceed preceded proceeded preceding proceeding assumption consumption resumption
consumed resumed presumed assumed constriction construction instruction obstruction destruction constitution
institution restitution prostitution substitution contribution distribution attribution retribution competition
completion repetition petition partition compiled complied completed competed complimentary complementary computer
commuter computers commuters congress progress console consul consult insult content context contents contexts contest
contests continent contingent convey convoy corporation cooperation corpse corps customer costumer customers customs
costumes crisis crises critic critics critique currant current dependent dependant descent decent dissent ascent
assent desperate disparate detective defective detect defect detects defects defected detection defection deference
difference deprived depraved derived diffuse defuse diffused defused disease decease diseased deceased disburse
disperse discreet discrete discussion concussion percussion dominant dormant dual duel elude allude eluded alluded
eminent imminent emission omission emissions omissions empire umpire ethic ethnic ethics exalt exult exercise exorcise
expand expend expanded expended expansive expensive expansion explode explore exploded explored explosion exploration
extant extent extend extinct faculty facility flair flare flaunt flout flounder founder formally formerly fraction
friction faction factions fractions function genes genus generic genetic genteel gentle gorilla guerrilla guerilla
grisly grizzly hallow hollow historic hoard horde illusion allusion immigration emigration impassable impossible
incidence incidents industrial industrious infection inflection injection infections injections ingenious ingenuous
inherited inhibited inhabit inhibit inhabited inherent instance instants insulin intense intents interment internment
interstate intrastate invasion evasion invention intervention investor inventor investors inventors invest invent
invented lair liar lesion legion liable libel label legislator legislature magnate magnet manual annual medal metal
medals metals mediation medication meditation militate mitigate minster monetary momentary morale motif motive muscle
mussel naval navel observe officious ordinance ordnance oration ovation organism palate palette pallet parameter
perimeter parish perish parity pedal petal performed preformed poplar popular populace populous potent potential
practical practicable pray prey prays preys preposition proposition presence private pirate primate probe prove probed
profit prophet profits prophets prophecy prophesy racial radial rapid rabid ration ratio rations reality realty
recession procession secession receipt recipe recent resent reference reverence refuge refugee refuse regime regimen
relative relic remand remind request bequest inquest conquest require acquire inquire required acquired inquired
resister register resolve revolve resolution revolution resolutions revolutions resolved revolved respectively
respectfully rival arrival rivals arrivals route rout routed rooted salary celery salvage savage satire secret secrete
selection sections sensible sensitive simulate stimulate simulation stimulation simulated stimulated slander slender
slaughter laughter slave salve smuggle struggle smuggled struggled sole soul soldier soldiers specious
spacious stable staple staff stuff station stationed stained stationary stationery stature straight strait stripped
striped structure stricture successive excessive tenant tenet tourist terrorist tourists terrorists track tract treaty
treatise tribal tribunal trooper trusty trustee turban urban turbine underserved undeserved vain vein valley volley
vacation vocation variance vial vile violation vocal focal waiver waver warship worship wary weary bombing booming
bomber boomer bombed boomed passed paused hearing healing defeated detested worse worst deserts desserts advisor
adviser carver cavern martian martyr mature nature manure muscular molecular modest molest molested nitrate nitrite
sulfate sulfite phosphate phosphite chloride chlorine chlorate ethanol methanol fluorine fluoride bromide bromine
iodine iodide arterial material materiel aerial venous venomous ileum ilium humorous humerus perineal peroneal
dysphagia dysphasia abduction adduction abuse amuse abused amused bald bead beard beards breast breath breathe breadth
burial burials burned turned buried curried carried married borrow burrow bottle battle bottles battles cabinet cannon
canon canyon chief thief chiefs thieves chef choir chair clam calm clams calms clerk click clinic clinical cynical
closet closest clouds cloud cloudy coarse collision collusion commit comment commits comments common commune command
commend commanded commended commander communism communist columnist communists columnists commission compass compost
compose composed comprised compromised condemn condone condemned condoned confident confidant confines considerable
considerate conscious conscience conscientious consensus census consist consists constant constants consular counselor
councilor councillor counsellor cooper copper crews crow crown cruise cruised bruised bruise curse cursed dairies
diaries dangerous debate debacle decade decayed decision derision default deflation defamation deformation delegate
delicate deposed disposed depose dispose dilution delusion disposal proposal proposals disposals distinct district
districts distinctly drought draught drawn drown drowned drawer dressed addressed drive driven drug drugs drag drags
dragged drugged dump damp dumped daring duty duly eager eagle earn earned learned learn yearn earth hearth effort
efforts effects elevation alleviation elder older embassy enforce endorse enforced endorsed enormous entrance entry
envy envoy epidemic endemic pandemic equation erosion essential event evening evident evil civil exceed excess exclude
excluded include included execute executed excused excuse exempt exile exhibit exhort expel expire expired inspire
inspired aspired expose expulsion extract exact exactly factual actual fatal fetal fault feature feather fever fewer
fiction finical financial firing wiring hiring fleet float flash flesh flavor favor flew flow flour flu flue foe fog
forbidden foreigner foreigners forest forests forge forged forget forgotten fortune fowl foul frame flame framed
flamed freed fried friend fiend friends fiends front font frost fruit fright freight garage garbage garden guardian
gender genre gentile golf goods gravel gravy grace grease greed green greet grief brief grieve group grope guest quest
guess guide guile guilt gilt guild habit hair heir halls halted halved hamper handle hangar hanger harbor harvest
hazard headed heeded heaven heavy hedge heist hero heron heroin heroine hinder hint hip hops hopes hopping hoping
hostage hostel hunger hurdle hurricane ideal idol idle ignore immune immure impact improve approve improved approved
improper income incomes infant infantry inflation inflate injure intern interned interred inferred referred deferred
preferred interfere invade evade invaded evaded invoke jury injury juries injuries kidney labor lack lane launch lunch
laundry leader ladder lender leaders lenders leak leek league leaks legend liberal literal library license licence
limb limp link liquid liquor listed lifted loot loyal royal luck lurch machine march match patch batch maid marsh mask
mass mast math meal media medical medieval member membrane memory merit metre mild mile military milk mill mint minute
mob mode modem modern moist mount mouse move movie mow murder murdered murmured museum music mute myth naked narrow
naughty neck nerve nose nursery nut oak oath oblige obscene absence obtain occur odd offence offensive omit omitted
emitted emit operation opponent component oppress orange order organ origin original outrage oven owe package packed
parked pair pale palm panel panic paper parade park parrot partial pavement payment peach penal penalty pension
tension perform period pest phase phrase phone piece pine pink pipe pitch plague plaque planned plow poem poet polish
pond pony pope pose possession potato praise prise preach precious previous predator pressure presume prince prior
priest produce proof prose protein proud province provide pulse pump punch punish push quarry quart queen query rabbi
rabbit radio rage rally random range ransom rapt rash rat ray razor reach react rear rebel recall recede receive
recite reckon record recover reduce reef refer reflect regard region regional religion rely remark remove render
repair repeal repeat rescue reside resist restore result retire return reveal revenge review revolt reward rib rifle
ripe risk roar rock rocket roof rough rubber rumor rural rush sack saint salad salt sauce scale scar scare score
screen script seal search second seek seem senate senator sense sentence sentiment series service settle shadow shake
shame shark sharp sheep sheet shelf shell shelter shield shift shine shock shoe sign signal silence single sister skin
skirt sky slap sleep slice slide slip slope slum smart smash smell smile smoke smooth snake snap soap social society
sock soft solid solve sore soup space spare spark speak spear speech speed spell spend spill spin spirit spit split
spoil spoke spot spray spread spring square squad stab stadium stain stair stamp stance star stare start starve steady
steak steep stem stern stick stiff sting stock stolen stomach stone storage stove strain strand strange stranger
stream street stress stretch strict string strip strong student style subject submit suburb suffer sugar summer summit
sunk supper surface surge surgeon surgery surrender swear sweat sweep sweet swell swim swing switch sword symptom
system tackle talent tape target teach tender tenor terror theft theme theory therapy thick thin thirst thousand
thread throat throne throw thumb ticket tiger timber tin tiny tissue toast tobacco toe tomb tone tongue tool tooth
torch torture total touch towel toxic tonic topic tropic tropical topical toy trace tragedy traffic trap travel tray
treason trench trend trick trip troop trouble truck trunk truth tub tube tumor tunnel turn twin twist`;
