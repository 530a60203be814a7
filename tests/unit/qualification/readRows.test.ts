import { describe, expect, test } from 'vitest';
import { CRITERIA_COLUMNS } from '#src/domain/qualification/columns.ts';
import { criteriaCsv } from '#src/domain/qualification/csvFile.ts';
import { MOST_CRITERIA } from '#src/domain/qualification/readRows.ts';
import { csvTextOf, readCriteriaCsv } from '#src/server/qualification/readCsv.ts';

const HEAD = CRITERIA_COLUMNS.join(',');
const ROW = '1,Understand practice,What the service is for.,1.1,Explain what it is for.,1,Reflective account,,';
const fileOf = (...rows: string[]) => [HEAD, ...rows].join('\n');
const told = (text: string) =>
  readCriteriaCsv(text).problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`);

describe('a file of units and criteria', () => {
  test('becomes units, whichever sign stands between columns and however lines end', () => {
    const ways = [
      fileOf(ROW),
      `\uFEFF${fileOf(ROW)}\n`,
      fileOf(ROW).replaceAll('\n', '\r\n'),
      fileOf(ROW).replaceAll(',', ';'),
      fileOf(ROW).replaceAll(',', '\t'),
      `sep=;\r\n${fileOf(ROW).replaceAll(',', ';')}`,
      `\uFEFFsep=,\n${fileOf(ROW)}`,
      `"Sep=\t"\r${fileOf(ROW).replaceAll(',', '\t').replaceAll('\n', '\r')}`,
      `\n\r\n${fileOf(ROW)}`,
      fileOf(`\uFEFF${ROW}`).replace('\uFEFF', ''),
      fileOf(ROW).toUpperCase().replace(ROW.toUpperCase(), ROW),
    ];
    const read = ways.map((text) => readCriteriaCsv(text).units);
    expect(read[0]).toEqual([
      {
        ...{ id: '1', title: 'Understand practice', summary: 'What the service is for.' },
        criteria: [
          {
            ...{ id: '1.1', text: 'Explain what it is for.', neededTimes: 1 },
            ...{ kinds: ['reflective_account'], mustInclude: [], currentForMonths: null },
          },
        ],
      },
    ]);
    for (const units of read) expect(units).toEqual(read[0]);
  });

  test('keeps commas, quotation marks, line ends in a cell, and Welsh letters', () => {
    const cells = '1,"Tŷ, a ""home""","Gŵyl",1.1,"One line\r\nand another",2,"observation; assignment",observation,24';
    const [unit] = readCriteriaCsv(fileOf(cells)).units ?? [];
    expect(unit?.title).toBe('Tŷ, a "home"');
    expect(unit?.summary).toBe('Gŵyl');
    expect(unit?.criteria[0]).toMatchObject({
      ...{ text: 'One line and another', neededTimes: 2, currentForMonths: 24 },
      ...{ kinds: ['observation', 'assignment'], mustInclude: ['observation'] },
    });
  });

  test('may have its columns in any order, empty rows, and the title of a unit once', () => {
    const text = [
      'criterion,text,Unit,kinds,Needed_Times,must include,current for months,unit title,unit summary',
      '2.1,First.,2,assignment,1,,,A unit,About it.',
      ',,,,,,,,',
      '2.2,Second.,2,assignment,1,,,,',
    ].join('\n');
    const [unit] = readCriteriaCsv(text).units ?? [];
    expect(unit).toMatchObject({ id: '2', title: 'A unit', summary: 'About it.' });
    expect(unit?.criteria.map(({ id }) => id)).toEqual(['2.1', '2.2']);
  });

  test('that the portal itself gives out can be brought in again, letter by letter', () => {
    const { units } = readCriteriaCsv(
      fileOf(ROW, '1,,,1.2,"Say ""ŵ"", then stop.",3,Direct observation;Assignment,Assignment,12'),
    );
    expect(units).not.toBeNull();
    expect(readCriteriaCsv(criteriaCsv({ units: [...(units ?? [])] })).units).toEqual(units);
  });
});

describe('what is wrong is told all at once, with row, column, value, reason and what to do', () => {
  test.each<[story: string, row: string, column: string, reason: RegExp]>([
    ['a unit that is no number', 'one,T,S,1.1,Text,1,assignment,,', 'unit', /no number from 1 to 99/],
    ['a criterion without its full stop', '1,T,S,11,Text,1,assignment,,', 'criterion', /not unit, full stop, number/],
    ['a criterion of another unit', '1,T,S,2.1,Text,1,assignment,,', 'criterion', /does not belong to unit 1/],
    ['no text', '1,T,S,1.1,,1,assignment,,', 'text', /empty/],
    [
      'a text that is far too long',
      `1,T,S,1.1,${'x'.repeat(601)},1,assignment,,`,
      'text',
      /601 characters; there is room for 600/,
    ],
    ['a real-looking number in a text', '1,T,S,1.1,Ask jo.bell@justice.gov.uk.,1,assignment,,', 'text', /looks like/],
    ['no title in the first row of a unit', '1,,S,1.1,Text,1,assignment,,', 'unit title', /empty/],
    ['no summary', '1,T,,1.1,Text,1,assignment,,', 'unit summary', /empty/],
    ['six times', '1,T,S,1.1,Text,6,assignment,,', 'needed times', /from 1 to 5/],
    ['half a time', '1,T,S,1.1,Text,1.5,assignment,,', 'needed times', /from 1 to 5/],
    ['no times', '1,T,S,1.1,Text,,assignment,,', 'needed times', /empty/],
    ['no kind', '1,T,S,1.1,Text,1,,,', 'kinds', /empty/],
    ['a kind nobody knows', '1,T,S,1.1,Text,1,telepathy,,', 'kinds', /no kind of evidence called “telepathy”/],
    [
      'a kind wanted that does not count',
      '1,T,S,1.1,Text,1,assignment,observation,',
      'must include',
      /not among its kinds/,
    ],
    ['current for ever so long', '1,T,S,1.1,Text,1,assignment,,121', 'current for months', /from 1 to 120/],
    [
      'a comma without quotation marks',
      '1,T,S,1.1,Text,1,assignment,,,and more',
      '',
      /more cells than there are columns/,
    ],
    ['a character nobody sees', '1,T,S,1.1,Te\u202Ext,1,assignment,,', 'text', /cannot be seen/],
  ])('%s', (_story, row, column, reason) => {
    const { units, problems } = readCriteriaCsv(fileOf(row));
    expect(units).toBeNull();
    expect(
      problems
        .filter((problem) => problem.column === column)
        .map((problem) => problem.reason)
        .join(),
    ).toMatch(reason);
    for (const problem of problems)
      expect(problem).toMatchObject({ row: 2, fix: expect.stringMatching(/\w/) as string });
  });

  test('every row of a file with many mistakes, in the order of the rows', () => {
    const text = fileOf('1,T,S,1.1,Text,9,assignment,,', '1,,,1.1,Text,1,assignment,,', '2,,,2.1,=1+1,x,none,,');
    expect(told(text)).toEqual([
      '2 needed times: It is no whole number from 1 to 5',
      '3 criterion: It stands in row 2 already',
      '4 text: It begins with “=”, which a spreadsheet runs as a formula',
      '4 needed times: It is no whole number from 1 to 5',
      '4 kinds: There is no kind of evidence called “none”',
      '4 unit title: It is empty',
      '4 unit summary: It is empty',
    ]);
  });

  test('a second title for one unit', () => {
    const text = fileOf(ROW, '1,Another title,,1.2,Text,1,assignment,,');
    expect(told(text)).toEqual(['3 unit title: Row 2 says something else for unit 1']);
  });

  test.each([
    ['an empty file', '', /^1 heading: The first row is no heading: it names none of the columns/],
    ['rows without a heading', `${ROW}\n${ROW}`, /^1 heading: The first row is no heading/],
    ['a heading without one column', HEAD.replace('unit,', ''), /^1 heading: The column “unit” is missing/],
    ['a heading alone', HEAD, /^2 : There is no row under the heading/],
    ['a column nobody knows', `${HEAD},colour\n${ROW},red`, /^1 heading: There is no such column/],
    ['a column twice', `${HEAD},text\n${ROW},again`, /^1 heading: This column is there twice/],
    [
      'a quotation mark that is never closed',
      fileOf('1,T,S,1.1,"Text,1,assignment,,'),
      /^2 : A quotation mark is opened/,
    ],
    ['something after a closing one', fileOf('1,T,S,1.1,"Te"xt,1,assignment,,'), /^2 : Something stands after/],
    [
      'a quotation mark inside a bare cell',
      fileOf('1,T,S,1.1,Te"xt,1,assignment,,'),
      /^2 : A quotation mark stands inside/,
    ],
  ])('%s', (_story, text, first) => {
    expect(told(text)[0]).toMatch(first);
  });

  test.each(['=SUM(A1)', '+44', '-1', '@import', '\t=1', '＝1'])('%j is not taken as a text, in any column', (cell) => {
    for (const column of CRITERIA_COLUMNS) {
      const cells = ROW.split(',').map((value, index) => (CRITERIA_COLUMNS[index] === column ? `"${cell}"` : value));
      const { units, problems } = readCriteriaCsv(fileOf(cells.join(',')));
      expect(units).toBeNull();
      expect(problems.filter((problem) => problem.column === column)).toMatchObject([
        { row: 2, reason: expect.stringContaining('runs as a formula') as string },
      ]);
    }
  });

  test('9,900 rows, nearly as many lines as are read, are looked at within a second, and more than there is room for is told', () => {
    const rows = Array.from({ length: 9_900 }, (_, index) => {
      const unit = 1 + Math.floor(index / 99);
      return `${unit},T,S,${unit}.${1 + (index % 99)},Text,1,assignment,,`;
    });
    const began = performance.now();
    const { units, problems, rowCount } = readCriteriaCsv(fileOf(...rows));
    expect(performance.now() - began).toBeLessThan(1000);
    expect(units).toBeNull();
    expect(rowCount).toBe(9_900);
    expect(problems.map(({ reason }) => reason)).toContain(
      `There are 9,900 criteria; there is room for ${MOST_CRITERIA}`,
    );
  });
});

test.each([
  ['nothing', new Uint8Array(), /empty/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x75, 0]), /UTF-16/],
  ['Windows letters', new Uint8Array([0x54, 0xff, 0x2c]), /not in UTF-8/],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /not in UTF-8/],
  ['a text with U+0000 in it', new Uint8Array([0x75, 0, 0x75]), /no CSV file/],
])('a file that is %s is no text', (_story, bytes, problem) => {
  expect(csvTextOf(bytes)).toMatchObject({ text: null, problem: expect.stringMatching(problem) as string });
});

describe('a file that a spreadsheet saved in its own way', () => {
  test('is counted by the rows that the spreadsheet shows', () => {
    const wrong = '1,T,S,1.1,,1,assignment,,';
    expect(told(`sep=,\r\n${fileOf(wrong)}`)).toEqual(['2 text: It is empty']);
    expect(told(`\n\n${fileOf(wrong)}`)).toEqual(['4 text: It is empty']);
    expect(told(fileOf('1,T,S,1.1,"Two\nlines",1,assignment,,', wrong))).toContain('3 text: It is empty');
  });

  test('tells a number that stands there twice, and one that is none, whatever its letters', () => {
    const named = (id: string) => `1,T,S,${id},Text,1,assignment,,`;
    expect(told(fileOf(named('1.1'), named('1.1'), named('1.1a'), named('1.1A')))).toEqual([
      '3 criterion: It stands in row 2 already',
      '4 criterion: It is not unit, full stop, number',
      '5 criterion: It is not unit, full stop, number',
    ]);
  });

  test('tells a row without its unit', () => {
    expect(told(fileOf(',T,S,1.1,Text,1,assignment,,'))).toEqual(['2 unit: It is empty']);
  });
});
