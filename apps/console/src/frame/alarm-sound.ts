/** `high`: over, or a limit in law, or nobody reached. `medium`: due. `lost`: this screen is not connected. */
export type Sound = 'high' | 'medium' | 'lost';

interface Pulse {
  readonly atSeconds: number;
  readonly hertz: number;
}

const pulses = (hertz: number, ...at: readonly number[]): Pulse[] =>
  at.map((atSeconds) => ({ atSeconds, hertz }));

/** After the familiar scheme of IEC 60601-1-8: five pulses for high, three for medium; a fall of two tones for a lost connection. */
const patterns: Readonly<Record<Sound, readonly Pulse[]>> = {
  high: pulses(523, 0, 0.2, 0.4, 0.8, 1),
  medium: pulses(440, 0, 0.25, 0.5),
  lost: [...pulses(494, 0), ...pulses(330, 0.35)],
};

/** The fundamental and four partials below 4 kHz: heard over a room, and placed by the ear. */
const PARTIALS = [1, 2, 3, 4, 5] as const;
const PULSE_SECONDS = 0.15;
const LOUDNESS = 0.12;

let context: AudioContext | undefined;
const listeners = new Set<() => void>();
const changed = (): void => listeners.forEach((listener) => listener());

const started = (): AudioContext => {
  context ??= new AudioContext();
  context.onstatechange = changed;
  return context;
};

const strike = (audio: AudioContext, { atSeconds, hertz }: Pulse): void => {
  const from = audio.currentTime + atSeconds;
  for (const partial of PARTIALS) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz * partial;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(LOUDNESS / partial, from + 0.02);
    volume.gain.linearRampToValueAtTime(0, from + PULSE_SECONDS);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + PULSE_SECONDS);
  }
};

/** What this window can be heard by. A browser lets a page sound only once somebody has pressed something in it. */
export const alarmSound = {
  isOn: (): boolean => started().state === 'running',
  turnOn: (): Promise<void> => started().resume(),
  play: (sound: Sound): void => {
    if (alarmSound.isOn()) for (const pulse of patterns[sound]) strike(started(), pulse);
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
