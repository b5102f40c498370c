export interface Announcements {
  readonly done: string;
  readonly alarm: string;
}

let current: Announcements = { done: '', alarm: '' };
const listeners = new Set<() => void>();

const say = (news: Partial<Announcements>) => {
  current = { ...current, ...news };
  for (const listener of listeners) listener();
};

/** The screen's only two voices: what became of my action, and a new alarm. The board itself never speaks. */
export const announce = {
  done: (text: string) => say({ done: text }),
  alarm: (text: string) => say({ alarm: text }),
  current: () => current,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
