-- Under which name somebody would be taken for somebody else: without what is not seen, in one form of each letter, and
-- with the letters of Cyrillic and Greek that look like Latin ones (small or capital) as those. Nobody reads it.
CREATE FUNCTION spoken_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(
  lower(regexp_replace(
    normalize(name, NFKC),
    '[\s\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]+',
    '', 'g')),
  'авеікмнорстухјѕһԁԛԝӏαβεζηικμνορτυχ',
  'abeikmhopctyxjshdqwlabezhikmnoptyx');
-- Guests may not speak as somebody who is registered.
CREATE INDEX "User_by_spoken_name" ON "User" (spoken_name("name"));
