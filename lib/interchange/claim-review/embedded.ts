/**
 * JSON for a data block in a page. What people typed can neither end the block nor begin a comment in it: no bare `<`
 * stands there, and nothing that old parsers take for the end of a line.
 */
export const embeddedJson = (data: unknown) =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
