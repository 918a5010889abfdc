/*
 * Words that are words: common ones of English that turn into another by a slip of one or two letters.
 * Chosen by us: function words whole, then short words of news that have near neighbours, then longer ones that are
 * taken for each other. Lower case.
 */
export const ENGLISH = `
a an the and or but nor so yet if of to in on at by for from with into onto over under about after before between
against during through off out up down near far i you he she it we they me him her us them my your his its our
their mine yours hers ours theirs this that these those who whom whose which what when where why how here there
then than now not no yes am is are was were be been being do does did done have has had will would shall should can
could may might must ought as also too very just only even still again ever never always often once twice one two
three four five six seven eight nine ten all any some many much more most few less least every each other another
same such own both half first last next new old good bad big small long short high low great little early late
man men woman women boy girl child son sun sin sea see seen say said says saw sat set sit sold told hold held
cold gold bold fold hand band land sand stand lead load road read red rid bed bad bid bit bat bet bar car far
war was way day pay paid laid lay may say raid rain ran run gun fun sun son won own town down gown
state stake stale steal steel steam stage take took make made male mate rate rats race rice rise rose ride rode
price prize pride prime crime time tide side site size wide wife life live love give gave save safe sale same
name game came fame fare care bare rare hare here hear near year tear wear bear dear fear clear
food foot good wood mood moon soon noon room root boot book look took cook hook back pack pace peace
place plane plant plate please police policy polite party parts past post cost coast lost most best test rest
west east least last list lift left lent sent spent rent tent went want wait wall walk talk tall tell tale sell
sale cell call fall fell fill file filed filled film firm form from farm harm hard harsh card cart cars case cash
cast cause course court count county country court coat boat beat heat seat meat meet need seed feed fees feet
free tree three threat treat great trade tried trial trail train brain drain grain gain pain paint point print
plain claim aim arm army art act fact fast face fare faced fired hired tired wired
fine find kind mind bind wind wine line lime like lake late hate have hall hill kill killed skill still will
bill built build bulk bank rank tank thank think thing king ring sing song long lung
led fed red shed shot shop ship shape share shore short shirt shut short sort sport port part
pass past pact path bath both birth worth north south mouth month moth cloth
power tower lower flower slower shower owner over cover river driver drivers liver lever level
nurse purse purpose propose suppose oppose opposed exposed imposed impose
house horse hours hour four tour sour pour poor door floor flood blood
law lawn low slow show snow know known now how row raw draw drew crew grew threw through though thought tough
taught caught bought brought fought sought ought night right light fight might sight tight eight weight height
gate hate fate date data debt doubt double
lose loose loss lost close closed clothes cloth
vote voted note noted quote noise voice choice
word world work worked walked worker words wards ward warm warn born torn worn corn horn
test text next nest tests tax taxes task tasks talks walks
arrest rest arrested rested attack attach attached attacked
accept except expect respect inspect affect effect elect select reject eject
hospital hostile hotel model motel moral mortal normal formal former
person prison poison reason season
public republic political politician
general federal several mineral funeral
report resort retort import export support
deny deniy defy delay relay replay reply apply supply
decline define refine confine
convict conflict contact contract contrast
cut cute out but buy bus but put pit hit hat hot pot lot let lit fit fat sat eat eats
win won wins son sin lie lies lied die dies died dead deal deals dear dies dying lying tying
ban van can fan man plan clan clean plane
fire five hire here wire
fund found find funds hunt hurt hut shut
gas has had bad sad mad made
guilty quality equality quantity
hill hell hall hull full pull bull dull dill
island inland ireland
jail fail mail rail sail tail nail hail
job jobs rob robs rub
key keys
leave leaves lease release please
loan lean lend land
mean means men main mail mall small
mayor major manor minor
miss kiss mist must dust just bust trust crust thrust
peace pence fence hence
people couple
pig big dig fig wig
policies politics
pound round sound wound found bound ground
race rate rape rare raise raised rose
rule ruled rude role roles roll
safe save sane same some come home hope rope
scene scent
school schools
seize size sized siege
sea tea
sick side sink silk
soil oil boil foil
stay say stray
stop step
storm storms store story stories
strike strikes stroke struck stuck
study sturdy studio
sue sued use used uses
sum sun
teacher teachers preacher
team tear term terms
tie tied tried
tip top
toll tall tell
union onion
unit units unite united
university universe
view vies
wage wages wave waves
waste paste taste haste
water waters later
way why who
wealth health
weak week peak
wing wings winning
wound wounds wounded bounded founded rounded
adopt adapt adopted adapted
advise advice device
allow allows follow allowed
alter altar after
assess access
attend intend intent
break bread brake
campaign champagne
cancel cancer
career carrier
censor sensor censure
cite city site
collect correct
complement compliment
conform confirm confirmed conformed
council counsel
crash cash crush
dairy diary daily
desert dessert
detain retain remain detained retained
device devise
elicit illicit
emigrate immigrate
ensure insure assure
evoke revoke
fiscal physical
flee fled free feed
grave grove
guard guarded
hang hung hanged
heal health heat
human humane
immoral immortal
infect inject
lighting lightning
marital martial
marry merry
mission missing
pole poll polls pool pools
peer pier
personal personnel
prosecute persecute
plot pilot plots
principal principle
quiet quit quite
raze raise
reform inform
revenue avenue
ruin ruins
sanction section
sever severe serve served
shoot shout
spy spies
statue statute status
suit suite
thorough through
tortuous torturous
venal venial
vice voice
wander wonder
warrant warranty
weather whether
widow window
yield field
started stated stating starting contacts contracts contact contract plants planets planet flight fight expert experts
exports latter letter letters counties countries causes cases caused translation transaction funding finding findings
integration interaction protection projection factory factor factors former farmer farmers leading loading lawyer layer
patient patent patients patents following fellow power powder action auction actions auctions protest protect protests
protects detention retention convention conviction injured insured invested infested signed singed signing singing
prescribe proscribe deported reported departed imported exported abducted adducted destroyed deployed secured scoured
defend depend defended depended defender offender attacker attached backed banked barred bared raised razed rescued
reduced produced seduced induced relieved believed retired rehired hired fired moved loved proved provided divided
decided derided resided revised devised advised billed killed filled filed failed mailed nailed jailed hailed
allied applied implied replied denied defied deified testified rectified ratified rated sated stated slated
elected ejected selected rejected erected directed detected deflected reflected infected inspected expected
exempted tempted attempted adopted adapted accepted excepted passing parsing paying playing praying saying staying
staring starring sharing scaring winning whining wining dining dinning mining missing kissing hissing
resign reign design assign resigned designed assigned reigned foreign lessen lesson listen lighter fighter tighter
migrants immigrants emigrants minister ministers monster master masters matter matters manner manager manger
marine maritime maternal paternal eternal external internal mother brother bother father farther further
nation notion motion potion portion option options opinion opinions onion union million billion trillion
officer officers offices office official officials parole patrol petrol pistol postal portal mortal
percent present presents prevent prevents president precedent resident residents residence presidents
quarter quarters quarrel reactor rector sector vector tractor traitor trainer stainer strainer
voters votes vaccine vacancy victims victors village villain violent violet visitor vision version
witness fitness wedding welding weeding welcome workers working walking talking taking making`;
