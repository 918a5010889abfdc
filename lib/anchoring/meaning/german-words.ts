/*
 * Words that are words: common ones of German that turn into another by a slip of one or two letters.
 * Chosen by us: function words whole, then short words of news that have near neighbours, then longer ones that are
 * taken for each other. Lower case.
 */
export const GERMAN = `
der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei bis da dann dass
denn dir doch dort du er es euch fuer gegen hat hatte hier ich ihm ihn ihr im in ist ja je jede jeder kein keine
man mehr mein mich mir mit nach nicht nie noch nun nur ob ohne sehr sein seine seit sich sie sind so ueber um uns
unter viel vom von vor war waren was weil wenn wer wie wieder wir wird wo zu zum zur zwei drei vier elf
haus maus aus raus hand hund mund bund rund rand land band wand sand tand stand stadt statt start
tag tage lage sage frage wage waage trage klage plage anklage anlage auflage ausgabe aufgabe abgabe angabe vorgabe
absage aussage zusage ansage
tat tot tod rot rat rad rate raten taten daten karten garten gatten
mann man mahn bahn wahn zahn zahl wahl mahl stahl
wahlen zahlen zahlt zaehlt waehlt wahlt fehlt stellt stehlt
frau frauen trauen bauen bau sau tau
kind rind wind sind bind kinder rinder minder
kauf lauf kaufen laufen rufen raufen saufen taufen
kauft lauft laeuft
leben lesen geben heben weben neben beben reden regen legen gegen segen wegen liegen fliegen siegen wiegen biegen
liebe diebe hiebe triebe betriebe
buch tuch such besuch versuch bruch
brot boot not rot
macht nacht acht wacht lacht jacht fracht pracht
recht rechte rechten rechnen knecht schlecht echt
sagte fragte klagte wagte jagte tagte ragte
sagen fragen klagen wagen jagen tagen magen lagen
gut hut mut wut blut glut flut
gruen gruende
hoeren hoehere gehoeren
kam kann kamm lahm nahm rahm
kosten posten rosten osten osten westen testen
krieg krieger sieg stieg stieg flieg
lehrer leerer lehre leere
leute heute haeute beute
lohn sohn mohn hohn
los lose loses rose hose dose
mord nord bord
mutter butter futter
netz satz platz schatz
ort wort sport tor
osten kosten
paar haar jahr klar
partei partie
polizei politik
preis kreis reis greis
rente ernte ente
reise weise kreise preise
richter dichter lichter
schiff schaf schaffen
schuld schule schulden schulen
schuss schluss fluss fuss kuss muss guss
see seele seen sehen stehen gehen
spiel ziel viel fiel stiel
staat saat rat tat
steuer feuer teuer neuer
strafe strasse straffe
streik streit strich
teil teile teils seil heil weil weile eile
tier bier vier hier
tochter toechter
unfall unfaelle umfall
verkauf verlauf vorlauf
verlieren verlierer
verletzt versetzt vernetzt
vertrag antrag auftrag ertrag betrag beitrag vortrag eintrag austrag
wasser messer besser
weg zug zeug zeuge
welt geld held feld
wert werk wer
wirt wird wild bild
zahl zoll soll
zeit seit weit
ziehen fliehen ziegen
anfang umfang empfang
abbau anbau umbau ausbau aufbau einbau
absturz umsturz einsturz
anstieg abstieg einstieg ausstieg umstieg aufstieg
angriff eingriff zugriff begriff
auftritt eintritt austritt beitritt ruecktritt
bericht gericht verzicht
bestand verstand abstand anstand aufstand
einfuhr ausfuhr abfuhr zufuhr
einnahme ausnahme aufnahme abnahme zunahme annahme
erfolg verfolg folge
fordern foerdern
fordert foerdert
gesetz besitz
grenze grenzen
klasse kasse
kirche kirsche
kontrolle
lassen fassen passen hassen massen kassen
loesen lesen
neun neue
nutzen nuetzen stutzen
reich gleich weich
richtig wichtig nichtig
schon schoen
sicher bisher
stimmen stammen
suchen buchen besuchen versuchen
toeten roeten toten
treten beten
verbot gebot angebot
verdacht verdient
wachsen waschen
warten karten
wenig ewig
wohnen lohnen
wollen sollen rollen
wunder wunde wunden
zeigen steigen schweigen
zwang zwar
bereit befreit befreien gebracht gebraucht freunde freude freuden sachen suchen wachen wochen schatz schutz schild
schuld schulden fahren fuehren fuehrt faehrt mutter muetter bruder brueder vater vaeter mochte moechte wusste wuesste
stellen stehlen stehen steuern steinen stimmen stammen sterben streben leiter leider lieder lieber lieben leben loben
retten raten reiten reichen riechen rechen rechnen brechen sprechen versprechen verbrechen verbrecher besprechen
kennen koennen nennen rennen trennen brennen gewinnen gewinner verletzt verletzte versetzte besetzte ersetzt ersetzte
besucht gesucht versucht verkauft verlauft gekauft gelaufen verhaftet behaftet verboten geboten angeboten
erhoeht erhoehte ermordet gemordet verloren verlogen verlegen verlegte bewegen bewogen betrogen betrugen betrug
beitrag vertreten vertreter vertraeter verraeter betreten gestanden verstanden bestanden entstanden beendet gesendet
gespendet verwendet verschwendet geschlossen beschlossen erschlossen erschossen geschossen verschlossen
anklage anlage anlagen klagen auflage auslage aussage aussagen ansage einlage beilage vorlage
arbeiter arbeiten arbeitet bearbeitet erarbeitet mieter mieten mitte mittel miete meter bieter dieter
wahlen wahl waehler zaehler zahlen zahler fehler fehlen wohnung ordnung warnung wertung wirkung werbung
leistung leitung rettung richtung rechnung zeitung heizung haltung stiftung schiffe schaefe
firmen formen farmen namen nahmen rahmen samen damen kamen kammer hammer nummer kummer sommer
minister ministerin meister monster mitarbeiter bewohner bewerber gegner gegend jugend tugend
euro europa europaeer tausend million millionen milliarde milliarden billion billionen`;

/** Pairs of longer words that a slip of one or two letters makes of each other, and what is near to them. */
export const NEAR_GERMAN = `
küchen gräben graben gärten läden öfen böden boden vögel äpfel apfel mäntel nägel klöster kästen kasten bäder bader väter schwäger
masse maße maßen buße busse bußen bussen weiße weisen weißen weiser weißer reiße reisen reißen reist reißt drucken
drücken druckt drückt gedruckt gedrückt druckte drückte zahlte zählte gezahlt gezählt gefordert gefördert forderte
förderte forderung förderung partien parteien gerichte gedicht gedichte angelegt angeklagt bekannt verkannt bekennt
beraten verraten geraten berät verrät bedroht bestellt erstellt verstellt gestellt brachte brauchte verbracht
verbraucht bürgen bürger bürgern drohen drehen drohte drehte droht dreht einigen eigenen einig eilig eisen erlassen
verlassen entlassen ermittelt vermittelt erziehen entziehen beziehen verziehen fallen fällen fielen füllen fühlen
felder felle fälle fest fast flucht frucht flüchte früchte flug pflug folgen forst frost freien feiern frist frisst
gefallen gefällt gefährten gefahren gefahr gehalt geleitet geleistet gerächt gerecht gewehr gewähr gewährt gewehrt
handel händel hafen häfen herde heer herr höhle hölle hüte hütte jagd kapitel kapital kiste küste kisten küsten
kollege kolleg kommission kommunion konzert konzern konkurs konkurse kranken kränken kunst gunst küche kuchen ladung
landung laster lasten lauten läuten lösung lesung meinung meiste messe ofen offen opfer oper opern orden patent
patient rache rasen rasse ratte rebe rede reihe reife reifen reiter rezept rost rasten russe russen ruhe schaden
schäden schale schall schiene scheine schießen schließen schoss schloss schossen schlossen schlag schlacht schicht
schlicht schwach schwarz schwer schwert schwester seite saite selig seelig sieben sinken singen sitzen schwitzen sorge
spende spenden spinne sprache sprung spur stab stall stärke starke stellung stillung stil stimme stirn stoff stock
strahl strand strang strecke strenge studie stunde sünde stunden sünden suppe tasse tasche taube tauben glauben laune
traum träume raum räume treue trieb truppe treppe truppen treppen trunk turm sturm ufer urteil vorteil nachteil unruhe
verein verbände verwandt verwandte verbindung verbietung vererbt verfall vorfall vorfälle verhalten erhalten behalten
verlag verlage verlegt vermögen verrat vorrat vorräte verschieben verschreiben versicherung vertagt vertragt verträgt
vertrauen verweisen verwiesen verwaisen verzug vorzug vogel volk wolke waagen wahre ware wende wände wärme wärter
wörter wecken weide weiden wesen wette wetter vetter winde winden winter würde würdig wurzel zange zarge zeche zeile
ziele zelt zinn zinsen zone zügel zufall zwecke zweige zwingen bringen bauhof brauhof bauer brauer bauern brauern
bauerei brauerei gebaut gebraut anwalt einwand ausfall abfall anfall einfall unfälle abfälle anfälle ausfälle aufsicht
absicht ansicht aussicht einsicht vorsicht ansichten absichten beruf berufung betrieb vertrieb bewerten bewahren
bewährt bewahrt bewehrt beweis verweis ausweis hinweis bohren borgen morgen sorgen bücher becher brut brust bürste
darf dorf durft diktatur doktor dünger dünner eid eis ehe ehre ehren ähren fahrt fährte fahne färbe farbe farben
färben fasten feind fein fels ferse verse fichte pflichte fleck flecken flicken fliege flieh floss floß floh frei früh
fund pfund furcht gans ganz gast geist geiz gelb gehirn geruch gerücht gerüchte gerüche geschickt geschichte gewicht
gewächs gier glas gleis graf grab grad gras griff grube gruppe gurke gürtel haft heft hafte hefte halle hals hahn huhn
hase heim heimat heirat helm hemd herz hirn hirsch hirt hitze hof hoffen holz hirse hülle hürde hunger husten jahre
joch kabel gabel kahl kohl kohle kahle kalb kalt kante kanne karte kern kerne kerze kessel kette kinn kluge klang
klamm klein kleid klima klinik kloster knabe knie knopf koch kochen krachen koffer köder körner körper kopf topf krach
krank kraut kreuz krone kröte kugel kuh kühl kupfer kutsche lache lachen laden lager leger lampe lamm lärm leicht
leiche leiden lenken lippe loch löhne söhne löwe lunge mädchen märchen mark markt marke märkte markte mager magier
mantel mandel märz marsch maschine menge mönch monat mond moos moor motte mücke brücke lücke münze mütze muster nadel
nagel nase nebel neid neffe nichte nonne norden nuss ohr orgel pacht pakt park pech pelz perle pfad pfahl pfarrer
pflege pforte pinsel platte plan pol pult puls pumpe puppe quelle qual rabe rang rasch rausch reiche reiz riese riesen
riss ritter rohr rolle rücken rock rumpf russ säge sägen salbe salz sarg satt sauer scham scharf schaum schein scherz
schlaf schlange schleuse schmal schmerz schmied schnee schnur schrank schritt schrift schrei schuppen segel siegel
seide senken schenken silber sitte sitz spalt spange spanne spatz spiegel spitze sprecher sporn stachel stamm staub
stau stein stich stille stolz strahlen strom strumpf stück stuhl sucht süden tadel tafel tanz tanne tante tarif taxi
teich teig teller tempel teppich teufel thron tinte tisch fisch tonne tracht traube träne trog trost ulme urlaub vase
vieh vogt waffe waffen wache waise wanne wange warnen watte weber weib weiher weizen welle werft wespe weste wiege
wiese wiesen wille witwe witz woge wolf wolle wurf wurm wurst würste wüste zaun zeichen zeugen ziege zirkel zins zorn
zunge zweck zweifel zweig zwerg zwist`;
