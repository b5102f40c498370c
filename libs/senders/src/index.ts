export { recorder, type Recorder } from './recorder';
