/** The same as in English. Markdown. */
export const methodology = `
Diese Seite sagt, wie aus einer Stelle eines Artikels eine Behauptung wird und wie eine Behauptung zu ihrem Urteil kommt. Die Regeln sind die des Programms: Sie gelten für alle, und der Code, der sie anwendet, lässt sich nachlesen.

## Was geprüft wird

Wer angemeldet ist, kann eine Stelle eines Artikels markieren. Eine **Behauptung** ist etwas, das sich prüfen lässt; sie wird in einen Satz gefasst, der ohne den Artikel zu verstehen ist. Eine **Anmerkung** ist alles andere, was zu einer Stelle zu sagen ist. Wird der Satz einer Behauptung geändert, nachdem andere sich beteiligt haben, bleibt der alte Wortlaut lesbar, und was zu ihm gesagt wurde, zählt für den neuen erst, wenn es bestätigt wird.

Behauptungen, die dasselbe sagen, lassen sich verbinden. Sie behalten ihre eigenen Belege und Urteile, die dann nebeneinander stehen; wo sie sich widersprechen, wird es gekennzeichnet, und was bei der einen liegt, kann mit seiner Herkunft auch für die anderen verwendet werden.

## Die Urteile

- **Zutreffend**: Was gesagt wird, stimmt.
- **Größtenteils zutreffend**: Es stimmt bis auf eine Einzelheit, die am Sinn nichts ändert.
- **Teils, teils**: Ein Teil stimmt, ein anderer nicht.
- **Irreführend**: Die Tatsachen stimmen, der Eindruck nicht.
- **Falsch**: Es stimmt nicht.
- **Unbelegt**: Nichts, was zu finden war, zeigt es oder das Gegenteil.
- **Meinung**: Es ist eine Wertung, die kein Beleg entscheiden kann.

## Belege

Eine Quelle ist eine Seite im Netz, die jemand neben eine Behauptung legt: Sie stützt sie, widerlegt sie oder ordnet sie ein. Die Seite wird abgerufen, und was dort stand, wird mit Zeit und Prüfsumme aufbewahrt; das Zitat wird darin gesucht. Die Quelle sagt dann, ob das Zitat **gefunden** wurde, dort **mit anderen Worten** steht, **fehlt** oder ob die Seite **nicht zu erreichen** war. Seiten werden wieder angesehen; eine verlorene Quelle wird gekennzeichnet, und die Behauptung muss neu angesehen werden. Primärquellen (ein Dokument, eine Messung, eine Aufnahme) stehen vor Berichten über sie. Mehrere Quellen mit demselben Text sind eine Stimme.

## Was Menschen sagen

Wer angemeldet ist, kann zu einer Behauptung ein Urteil abgeben, mit Gründen und mit den Quellen, auf denen es beruht, und kann es ändern; frühere werden aufbewahrt. Ein Urteil ohne Quelle wird gezeigt und entscheidet nicht.

- Mit einem Befund zeigt die Behauptung das Urteil des Befunds.
- Ohne Befund zeigt sie, ab zwei Urteilen mit Quelle, das Urteil, das mehr als die Hälfte davon geben.
- Hat keines mehr als die Hälfte, ist sie **umstritten**.
- Mit weniger als zweien ist sie **offen**.

Gezeigt wird immer, wie sich alle Urteile verteilen, kein Durchschnitt. Wer angemeldet ist und eine Behauptung noch nicht beurteilt hat, sieht sie zuerst ohne die Urteile der anderen; vorher nachzusehen ist möglich und wird gesagt.

## Hilfreiche Gründe

Leserinnen und Leser sagen, ob die Gründe eines Urteils helfen. Wo genug Menschen mitmachen und sie sich in Lager teilen, gelten Gründe nur als hilfreich, wenn Menschen beider Lager, die sonst uneins sind, sie so finden. Wo es zu wenige sind, werden einfache Zahlen gezeigt und auch so genannt. Was dort eingeht, lässt sich herunterladen, damit es nachgerechnet werden kann.

## Etiketten

Neben wahr und falsch kann eine Stelle unbelegt, veraltet, herausgepickt und mehr sein. Ein Etikett steht am Artikel, sobald mindestens drei Menschen und ein Fünftel derer, die die Stelle etikettiert haben, es gewählt haben und der Zufall so viele kaum erklärt (ein einseitiger Binomialtest mit einem Prozent, berichtigt um die Zahl der Etiketten). Darunter heißt es „n von m“.

## Wie weit eine Behauptung ist

Eine Behauptung ist **offen**, **beurteilt**, **umstritten**, **durch einen Befund entschieden**, oder sie **muss neu angesehen werden**: weil ihre Stelle sich geändert hat oder aus dem Artikel verschwunden ist, weil Belege verloren sind, weil ihr Wortlaut neuer ist als der Befund oder weil der Befund zurückgezogen wurde.

## Befunde

Prüferinnen und Prüfer veröffentlichen Befunde: ein Urteil mit Zusammenfassung, Begründung, den Quellen, auf denen es beruht, warum diese Behauptung ausgewählt wurde und wer um Stellungnahme gebeten wurde. Beim Schreiben steht eine Prüfliste nach dem Kodex des International Fact-Checking Network daneben. Einiges davon ist Pflicht, bevor etwas erscheint: von Haus aus zwei bestätigte Quellen, davon eine primäre, dass Gegenbelege erwogen wurden, und eine Zusammenfassung. Niemand entscheidet allein über eine Behauptung, die von ihnen selbst stammt oder von ihnen markiert wurde, über den eigenen Artikel oder dort, wo sie Befangenheit erklärt haben.

Ein Befund wird nie stillschweigend geändert. Wie berichtigt wird und was berichtigt wurde, steht auf der Seite der Berichtigungen.

## Wer was tut

- **Lesen** kann alles, wer will, ohne Konto.
- Mit einem Konto können **alle** Behauptungen markieren, Quellen hinzufügen, Urteile abgeben, Gründe bewerten und mitreden.
- **Prüferinnen und Prüfer** veröffentlichen Befunde.
- Die **Moderation** sorgt dafür, dass sich hier streiten lässt. Was sie tut, woran und warum, steht im öffentlichen Protokoll. Ein Urteil kann sie nicht ändern.
- Die **Administration** vergibt Rollen und Einstellungen und steht für diese Seite ein.

## Wenn du anderer Ansicht bist

Gib dein Urteil mit einer Quelle ab, oder füge die Quelle hinzu, die fehlt: Das bewegt eine Behauptung. Ist ein Befund falsch, sag es in der Diskussion der Behauptung und nenne den Beleg; was sich als falsch erweist, wird berichtigt, für alle sichtbar. Was gegen die Regeln des Umgangs verstößt, lässt sich im Menü daneben melden.
`;
