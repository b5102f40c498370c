export type { Outgoing, Sender } from './sender';
export { recorder, type Recorder } from './recorder';
