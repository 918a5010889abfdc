/** The same as in English. Markdown. */
export const corrections = `
Wir machen Fehler. Erweist sich ein Befund als falsch, oder sagt er nicht, was er sagen sollte, wird er dort berichtigt, wo er steht, und alle können sehen, dass es geschah.

- Wer einen veröffentlichten Befund ändert, muss sagen, warum. Der Grund, der Tag, wer es war und was vorher dastand, bleiben neben der Behauptung lesbar und stehen unten in der Liste.
- Ein Befund, der sich nicht halten lässt, wird **zurückgezogen**. Er bleibt lesbar, als zurückgezogen gekennzeichnet, und zählt nicht mehr: Die Behauptung zeigt wieder, was die Menschen sagen.
- Ändern sich die Stelle, der Wortlaut der Behauptung oder die Belege, wird die Behauptung zum neuen Ansehen vorgelegt, bis jemand sie geprüft hat.
- Stellt ein Artikel richtig, was falsch war, sagt der Befund, in welcher Fassung.

## Wie du dich beschwerst

Hältst du einen Befund für falsch, schreib es in die Diskussion der Behauptung und nenne den Beleg: eine Quelle, die widerspricht, ein Zitat, das nicht ist, was es scheint, etwas, das fehlt. Du kannst diese Quelle und dein eigenes Urteil auch neben die Behauptung legen. Wer in einer Behauptung vorkommt, ist gebeten, es ebenso zu tun. Beschwerden werden öffentlich beantwortet, und jede, die recht hat, führt zu einem Eintrag in dieser Liste.
`;
