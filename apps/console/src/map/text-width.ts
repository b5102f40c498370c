const narrow = /[ijlft.,:;'’·|!()\s-]/;
const wide = /[mwMW–…]/;
const capital = /[A-Z0-9]/;

const share = (letter: string): number =>
  wide.test(letter) ? 0.88 : narrow.test(letter) ? 0.35 : capital.test(letter) ? 0.68 : 0.6;

/** About how wide a text is drawn, in pixels: good to a few per cent in our faces, and the same everywhere. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + share(letter), 0) * size;

/** The text, or as much of it as fits with a mark that more was cut. */
export const fitted = (text: string, size: number, most: number): string => {
  if (textWidth(text, size) <= most) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > most) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
};
