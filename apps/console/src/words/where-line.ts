import type { Incident } from '@concord/domain';

/** "Mill Road, Harrowdale"; the district once, also where whoever typed it has said it already. */
export const whereLine = ({ text, district }: Incident['where']): string =>
  text.toLowerCase().includes(district.toLowerCase()) ? text : `${text}, ${district}`;
