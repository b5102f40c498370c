export const wait = (act: () => void) => setTimeout(act, 1000);
