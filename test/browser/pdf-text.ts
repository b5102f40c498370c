import { inflateSync } from 'node:zlib';

/** An object of the file: its dictionary as text, and its stream unpacked. */
interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

const objectsIn = (pdf: Buffer): Map<string, PdfObject> => {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)) {
    const [, id = '', body = ''] = match;
    const [dictionary = '', packed] = body.split(/stream\r?\n/, 2);
    const raw = Buffer.from((packed ?? '').replace(/\r?\nendstream[\s\S]*$/, ''), 'latin1');
    const stream = /FlateDecode/.test(dictionary) ? inflateSync(raw) : raw;
    objects.set(id, { dictionary, stream: stream.toString('latin1') });
  }
  return objects;
};

const unicode = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What each glyph of a font stands for, from its ToUnicode table. */
const lettersOf = (table: string): Map<number, string> => {
  const letters = new Map<number, string>();
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(parseInt(glyph, 16), unicode(hex));
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph += 1)
        letters.set(glyph, String.fromCharCode(parseInt(hex, 16) + glyph - parseInt(from, 16)));
  return letters;
};

export interface PdfText {
  readonly pages: number;
  /** Every character in the order of the file, without the spaces between: lines may break anywhere. */
  readonly solid: string;
}

/** The words of a PDF as Chromium prints one: enough to say that something is on paper. */
export const pdfText = (pdf: Buffer): PdfText => {
  const objects = objectsIn(pdf);
  const all = [...objects.values()];
  const fonts = new Map<string, Map<number, string>>();
  for (const { dictionary } of all) {
    for (const [, name = '', id = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, table = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '') ?? [];
      fonts.set(name, lettersOf(objects.get(table)?.stream ?? ''));
    }
  }
  const words = all.flatMap(({ stream }) => {
    let font: Map<number, string> | undefined;
    return [...stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]{4,})>/g)].map(([, name, hex = '']) => {
      if (name !== undefined) font = fonts.get(name);
      return [...hex.matchAll(/.{4}/g)].map(([glyph]) => font?.get(parseInt(glyph, 16)) ?? '').join('');
    });
  });
  return {
    pages: all.filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary)).length,
    solid: words.join('').replace(/\s+/g, ''),
  };
};
