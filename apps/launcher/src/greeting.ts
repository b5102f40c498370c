interface Persona {
  label: string;
  does: string;
}

/** What the demo area's user reads first: the address, and whom they may sign in as. */
export async function greeting(address: string): Promise<string> {
  const personas = await readPersonas(address);
  const width = Math.max(0, ...personas.map(({ label }) => label.length));
  return [
    '',
    `Concord is running: ${address}`,
    '',
    'Open it and sign in with one click as',
    ...personas.map(({ label, does }) => `  ${label.padEnd(width)}  ${does}`),
    '',
    'Everybody and everything in this area is made up. Ctrl-C stops it; its data is kept.',
  ].join('\n');
}

async function readPersonas(address: string): Promise<Persona[]> {
  const reply = await fetch(new URL('/api/demo/personas', address.replace('localhost', '127.0.0.1')));
  if (!reply.ok) throw new Error(`The api could not list its demo accounts (HTTP ${reply.status}).`);
  return (await reply.json()) as Persona[];
}

/** What somebody who started without the demo area has to do next. */
export function firstSteps(address: string): string {
  return [
    '',
    `Concord is running: ${address}`,
    '',
    'It has no area and no accounts yet.',
    'Ctrl-C stops it; its data is kept.',
  ].join('\n');
}
