/** How what is shown must be handled; a demo says that nobody in it is real. */
export const markingWords = (demo: boolean): string =>
  demo ? 'DEMO – not real people' : 'OFFICIAL-SENSITIVE';
