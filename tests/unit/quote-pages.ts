/** Pages in which the quotes of quote-cases.ts are looked for: news as it is written, made up by us. */
export const QUOTE_PAGES = {
  bridge: `Harbour bridge to cost more than planned

The cost of the harbour bridge rose to 204 million euros last year, the city auditor said on Tuesday. When the council approved the project in 2019, it had put the price at 150 million euros.

“We did not expect steel to become so expensive,” said Ingrid Vale, who heads the building department. She told the finance committee that work would go on as planned and that no further money would be needed before the spring.

The auditor, whose report runs to 80 pages, does not blame the contractor. It found that the department had ordered too little soil to be tested, and that it learned of the soft ground only after the first pillar had begun to sink. Two engineers had warned of this in a letter, but the letter was never answered.

Opposition members called for the department’s head to resign. Vale rejected the demand. The mayor, who had promised that the bridge would open in June 2024, said that he still trusted her. “It will be a bridge that lasts a hundred years,” he added.

Some 12,500 people cross the river by ferry every day. The ferry company, which employs 62 people, fears for its future. It has asked the city for help, but has received no reply so far. A survey found that 61 percent of residents want the bridge, down from 74 percent three years ago.

The council will vote on the additional money in October. If it refuses, the work would stop at the end of the year, the auditor warned. Whether the bridge will be finished before the next election is uncertain.`,

  vaccine: `Trial of malaria vaccine ends early

Researchers in Kisumu have ended a trial of a new malaria vaccine because it worked better than they had hoped. Among 2,400 children who received three doses, cases of severe malaria fell by 68 percent over two years. In the group that received a placebo, 41 children had to be treated in hospital.

“The effect is strong, and it lasts longer than we thought,” said Grace Otieno, who led the study. She warned, however, that the vaccine had not been tested in children under five months. It is not known whether a fourth dose would be safe.

The vaccine causes fever in about one child in ten. No deaths were linked to it. A monitoring board, which is independent of the maker, recommended in March that the placebo group be offered the vaccine too. The maker says it can produce 15 million doses a year at a price of less than four dollars each.

Health officials in neighbouring countries reacted with caution. Tanzania may buy the vaccine next year; Uganda has decided to wait for the results of a second trial. Critics say that mosquito nets remain the cheapest protection. “Nets save more lives per dollar than any vaccine,” said Peter Lwanga of the aid group Clear Water. His group sells nets, and has been accused of playing down the benefits of vaccines.`,

  heat: `Stadtwerke erhöhen die Preise

Die Stadtwerke Lindau heben den Preis für Fernwärme zum 1. Januar um 12,5 Prozent an. Ein Haushalt mit drei Personen zahlt dann im Schnitt 240 Euro mehr im Jahr. Das teilte das Unternehmen am Donnerstag mit.

„Wir geben nur weiter, was wir selbst mehr bezahlen“, sagte Geschäftsführer Karl Brandner. Der Gewinn sei im vergangenen Jahr gesunken. Nach dem Jahresbericht stieg er jedoch von 3,1 auf 4,4 Millionen Euro. Brandner erklärte, dieser Betrag enthalte einen einmaligen Erlös aus dem Verkauf eines Grundstücks.

Der Mieterbund kritisierte die Erhöhung. Die Stadtwerke hätten ihre Kunden nicht rechtzeitig informiert, sagte die Vorsitzende Renate Kuhn. Sie rät Mietern, den Bescheid prüfen zu lassen. Wer innerhalb von sechs Wochen widerspricht, muss den höheren Preis vorerst nicht bezahlen.

Der Stadtrat, dem vier Mitglieder des Aufsichtsrats angehören, war über die Pläne informiert. Er hat sie im Juli ohne Aussprache gebilligt. Die Grünen wollten die Entscheidung vertagen, fanden dafür aber keine Mehrheit. Oberbürgermeisterin Claudia Falk kündigte an, dass ein Gutachter die Preise prüfen werde. Das Gutachten soll bis Ende März vorliegen und veröffentlicht werden.

In Lindau sind 9.800 Wohnungen an das Netz angeschlossen. Etwa ein Drittel der Wärme stammt aus einer Müllverbrennungsanlage, der Rest wird mit Erdgas erzeugt. Bis 2035 soll das Netz ganz ohne Erdgas auskommen. Dafür müssen nach Angaben der Stadtwerke rund 60 Millionen Euro investiert werden. Ob der Bund einen Teil davon übernimmt, ist offen.`,

  speed: `Studie: Tempo 30 macht Straßen sicherer

In Städten, die innerorts Tempo 30 eingeführt haben, ist die Zahl der Verletzten deutlich gesunken. Das zeigt eine Auswertung der Technischen Universität, für die Unfälle aus 40 Städten und acht Jahren verglichen wurden. Demnach gab es auf den betroffenen Straßen 27 Prozent weniger Schwerverletzte als zuvor. Die Zahl der Toten änderte sich nicht messbar.

Die Autorin Miriam Sattler warnt vor falschen Schlüssen. „Wir können nicht ausschließen, dass auch andere Ursachen eine Rolle spielen“, sagte sie. So seien in vielen der Städte zugleich Radwege gebaut worden. Für den Lärm fanden die Forscher einen kleinen, aber klaren Rückgang. Die Luft wurde nicht besser.

Der Automobilverband hält die Ergebnisse für wenig aussagekräftig. Busse und Rettungswagen kämen langsamer voran, sagte Sprecher Jan Wiegand. Die Feuerwehr in Mainz widerspricht: Ihre Fahrzeuge seien im Schnitt nur vier Sekunden länger unterwegs. Der Verband hatte 2021 selbst eine Umfrage in Auftrag gegeben, in der 58 Prozent der Befragten Tempo 30 vor Schulen befürworteten.

Der Bundesverkehrsminister will am bisherigen Recht festhalten. Städte dürfen Tempo 30 nur anordnen, wenn eine besondere Gefahr besteht. Der Deutsche Städtetag fordert seit Jahren, dass die Kommunen darüber frei entscheiden können. Ein Entwurf der Länder liegt seit Mai im Bundesrat, wurde aber noch nicht beraten.`,

  water: `Council drops plan to sell water works

The city council of Marwick will not sell its water works. After four hours of debate on Wednesday night, 23 of 41 members voted to stop the sale, which the previous council had agreed in principle in 2021. Mayor Dolores Finch, who had long supported the sale, abstained.

“I have listened to the people who wrote to me,” Finch said. “Water is not a business like any other.” She denied that the threat of a referendum had changed her mind. More than 9,000 residents had signed a petition against the sale.

The buyer, a fund from Toronto, had offered 310 million pounds. Its spokesman, Alan Reyes, called the decision “regrettable” and said the fund was considering legal action. Lawyers for the city believe that a suit would fail, because no contract was ever signed.

Without the money from the sale, the city must find another way to repair its pipes. Roughly a fifth of the drinking water is lost through leaks, according to a study from 2022. The opposition wants to raise the price of water by 8 percent; the Greens would rather borrow. A decision is expected before the summer.

It was not the first attempt. In 1998 a sale to a French company failed after unions threatened to strike. “We have been here before,” said Ruth Amadi of the union. “But this time nobody had to strike.”`,

  clinic: `Klinik muss Geburtsstation schließen

Das Kreiskrankenhaus Altenried schließt zum Monatsende seine Geburtsstation. Es fehle an Hebammen, teilte Klinikchefin Petra Lohse am Dienstag mit. Von zwölf Stellen seien derzeit nur fünf besetzt. Eine Wiedereröffnung im nächsten Jahr sei nicht ausgeschlossen, aber auch nicht sehr wahrscheinlich.

Im vergangenen Jahr kamen in Altenried 412 Kinder zur Welt, so viele wie seit 15 Jahren nicht. Werdende Mütter müssen künftig nach Burgstadt fahren, das 38 Kilometer entfernt liegt. „Im Winter ist das auf diesen Straßen eine Stunde“, sagt die Hebamme Jana Kröger, die selbst gekündigt hat. Sie habe zuletzt drei Geburten gleichzeitig betreuen müssen.

Landrat Ulrich Stamm (parteilos) sprach von einer bitteren Entscheidung. Der Kreis habe der Klinik zusätzliches Geld angeboten, doch Personal lasse sich nicht kaufen. Die Krankenkassen bestreiten, dass die Vergütung zu niedrig sei. Das Gesundheitsministerium will erst nach einem Gespräch mit dem Träger Stellung nehmen.

Eine Bürgerinitiative hat binnen einer Woche 6.300 Unterschriften gesammelt. Sie fordert, die Station mit Ärztinnen und Ärzten aus Burgstadt weiterzuführen. Lohse hält das für nicht umsetzbar. Die Schließung kostet nach ihren Angaben keinen der 640 Beschäftigten den Arbeitsplatz.`,
} as const;
