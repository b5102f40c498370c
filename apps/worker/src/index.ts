export { createEngine, type Engine, type EngineParts } from './engine';
