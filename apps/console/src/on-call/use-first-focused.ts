import { useEffect, useRef } from 'react';

/** A form whose first field has the focus when it opens: whoever opened it by keyboard goes on typing. */
export const useFirstFocused = () => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return form;
};
