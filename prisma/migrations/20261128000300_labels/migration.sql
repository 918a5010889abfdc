-- What can be said of a passage beside true and false: the list, who put what where, and how often.

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "labelCounts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "labels" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Label" (
    "key" TEXT NOT NULL,
    "tone" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameDe" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL DEFAULT '',
    "descriptionDe" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "before" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Label_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AnnotationLabel" (
    "annotationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "labelKey" TEXT NOT NULL,
    "wording" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnnotationLabel_pkey" PRIMARY KEY ("annotationId","userId","labelKey")
);

-- CreateTable
CREATE TABLE "LabelTotals" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "people" INTEGER NOT NULL DEFAULT 0,
    "chosen" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "LabelTotals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AnnotationLabel_labelKey_idx" ON "AnnotationLabel"("labelKey");

-- CreateIndex
CREATE INDEX "AnnotationLabel_userId_idx" ON "AnnotationLabel"("userId");

-- AddForeignKey
ALTER TABLE "AnnotationLabel" ADD CONSTRAINT "AnnotationLabel_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationLabel" ADD CONSTRAINT "AnnotationLabel_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationLabel" ADD CONSTRAINT "AnnotationLabel_labelKey_fkey" FOREIGN KEY ("labelKey") REFERENCES "Label"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Label" ADD CONSTRAINT "Label_tone_check" CHECK ("tone" IN ('fault', 'merit'));
ALTER TABLE "Label" ADD CONSTRAINT "Label_key_check" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "LabelTotals" ADD CONSTRAINT "LabelTotals_one_check" CHECK ("id" = 1);
-- Those that anybody labelled: the test is made again for all of them once a night.
CREATE INDEX "Annotation_labelled" ON "Annotation" ("id") WHERE "labelCounts" <> '{}';

-- Whoever changes them has an account, and leaves an event: a database with these rows alone is an empty one to a restore
-- (lib/db/backup/catalogue.ts).
COMMENT ON TABLE "Label" IS 'Begins with rows: the list of a new place';
COMMENT ON TABLE "LabelTotals" IS 'Begins with rows: one, of nothing';
-- What a new place begins with (lib/verdict/labels.ts); from here on the list is the admin's.
INSERT INTO "LabelTotals" DEFAULT VALUES;
INSERT INTO "Label" ("key", "tone", "nameEn", "nameDe", "descriptionEn", "descriptionDe", "position") VALUES
  ('unsupported', 'fault', 'Unsupported', 'Unbelegt', 'It is stated as a fact, and nothing is given for it.', 'Es wird als Tatsache behauptet, und nichts wird dafür genannt.', 1),
  ('missing-context', 'fault', 'Missing context', 'Kontext fehlt', 'What is left out would change what a reader takes from it.', 'Was weggelassen ist, würde ändern, was man daraus mitnimmt.', 2),
  ('misleading-number', 'fault', 'Misleading number', 'Irreführende Zahl', 'The number is right or nearly so, but its base, scale or comparison misleads.', 'Die Zahl stimmt ungefähr, aber Bezug, Maßstab oder Vergleich führen in die Irre.', 3),
  ('cherry-picked', 'fault', 'Cherry-picked', 'Rosinenpickerei', 'Only the cases, years or studies that fit were chosen.', 'Nur die passenden Fälle, Jahre oder Studien wurden gewählt.', 4),
  ('out-of-date', 'fault', 'Out of date', 'Veraltet', 'It was so once; newer facts say otherwise.', 'Das war einmal so; neuere Tatsachen sagen etwas anderes.', 5),
  ('exaggerated', 'fault', 'Exaggerated', 'Übertrieben', 'It says more, or says it more surely, than what stands behind it.', 'Es sagt mehr, oder sagt es sicherer, als das hergibt, was dahintersteht.', 6),
  ('straw-man', 'fault', 'Straw man', 'Strohmann', 'It answers something that nobody said.', 'Es erwidert etwas, das niemand gesagt hat.', 7),
  ('false-cause', 'fault', 'False cause', 'Falsche Ursache', 'That one thing came with or after another is taken for its cause.', 'Dass eines mit oder nach dem anderen kam, gilt als dessen Ursache.', 8),
  ('false-balance', 'fault', 'False balance', 'Falsche Ausgewogenheit', 'Two sides are made equal that the evidence does not make equal.', 'Zwei Seiten stehen gleich da, die es nach den Belegen nicht sind.', 9),
  ('loaded-wording', 'fault', 'Loaded wording', 'Wertende Wortwahl', 'The words judge where they seem to report.', 'Die Worte urteilen, wo sie zu berichten scheinen.', 10),
  ('opinion-as-fact', 'fault', 'Opinion as fact', 'Meinung als Tatsache', 'What can only be a view is told as if it had been found out.', 'Was nur eine Ansicht sein kann, wird wie ein Befund erzählt.', 11),
  ('unnamed-source', 'fault', 'Unnamed source', 'Quelle ungenannt', 'It rests on somebody or something that nobody can look at.', 'Es stützt sich auf jemanden oder etwas, das niemand nachsehen kann.', 12),
  ('headline-not-borne-out', 'fault', 'Headline not borne out', 'Überschrift nicht gedeckt', 'The heading says what the text below it does not.', 'Die Überschrift sagt etwas, das der Text darunter nicht sagt.', 13),
  ('quote-altered', 'fault', 'Quote altered', 'Zitat verändert', 'The quoted words were cut, changed or put together anew.', 'Die zitierten Worte sind gekürzt, geändert oder neu zusammengesetzt.', 14),
  ('well-sourced', 'merit', 'Well sourced', 'Gut belegt', 'It names where it comes from, and that holds.', 'Es nennt, woher es kommt, und das hält.', 15),
  ('context-given', 'merit', 'Context given', 'Kontext gegeben', 'It says what one needs to know to judge it.', 'Es sagt, was man wissen muss, um es einzuschätzen.', 16),
  ('fair-wording', 'merit', 'Fair wording', 'Faire Wortwahl', 'It tells what there is, without taking sides by its words.', 'Es erzählt, was ist, ohne mit Worten Partei zu nehmen.', 17);
