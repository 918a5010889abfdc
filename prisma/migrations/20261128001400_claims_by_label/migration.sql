-- The list of claims by a label that stands at them. Few annotations have any.
CREATE INDEX "Annotation_by_label" ON "Annotation" USING gin ("labels") WHERE "labels" <> '{}';
