/** Months as languages write them that the parser of dates does not know: 1 to 12, of one month all its names. */
const MONTHS: readonly string[] = [
  'يناير|كانون الثاني|جانفي|ינואר',
  'فبراير|شباط|فيفري|פברואר',
  'مارس|آذار|מרץ|מרס',
  'أبريل|إبريل|ابريل|نيسان|أفريل|אפריל',
  'مايو|أيار|ماي|מאי',
  'يونيو|يونيه|حزيران|جوان|יוני',
  'يوليو|يوليه|تموز|جويلية|יולי',
  'أغسطس|اغسطس|آب|أوت|אוגוסט',
  'سبتمبر|أيلول|ספטמבר',
  'أكتوبر|اكتوبر|تشرين الأول|אוקטובר',
  'نوفمبر|تشرين الثاني|נובמבר',
  'ديسمبر|كانون الأول|דצמבר',
];
const NAMES = MONTHS.flatMap((names) => names.split('|')).sort((a, b) => b.length - a.length);
const DATE = new RegExp(
  `(?<!\\p{N})(\\p{Nd}{1,2})\\s+ב?(${NAMES.join('|')})(?!\\p{L})\\s*[،,]?\\s*(\\p{Nd}{4})(?!\\p{N})`,
  'u',
);

interface NamedDay {
  day: number;
  month: number;
  year: number;
  start: number;
  end: number;
}

/** "3 مايو 2024", "3 במאי 2024" in a line, and where it stands; null when there is none. */
export function namedDay(line: string): NamedDay | null {
  const match = DATE.exec(line);
  if (!match) return null;
  const month = MONTHS.findIndex((names) => names.split('|').includes(match[2] ?? '')) + 1;
  return {
    day: Number(match[1]),
    month,
    year: Number(match[3]),
    start: match.index,
    end: match.index + match[0].length,
  };
}
