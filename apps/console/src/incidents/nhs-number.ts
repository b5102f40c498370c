/** The figures alone, however they were spaced. */
export const nhsDigits = (typed: string): string => typed.replace(/[\s-]/g, '');

/** "943 476 5919": 3-3-4, as it is written everywhere in the NHS. */
export const nhsShown = (digits: string): string =>
  digits.replace(/^(\d{3})(\d{1,3})?(\d{1,4})?$/, (_, a: string, b = '', c = '') =>
    [a, b, c].filter(Boolean).join(' '),
  );

/** Whether the tenth figure is the check of the other nine (modulus 11): a slip of one figure shows. */
export const nhsChecks = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === Number(digits.at(9));
};

/** What is wrong with a typed number; nothing when it is blank or right. */
export const nhsProblem = (typed: string): string | undefined => {
  const digits = nhsDigits(typed);
  if (digits === '' || nhsChecks(digits)) return undefined;
  return /^\d{10}$/.test(digits)
    ? 'No NHS number ends so: one of its figures is wrong.'
    : 'Ten figures, or nothing.';
};
