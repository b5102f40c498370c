export { createAuditor } from './auditor';
export { createEngine, type Engine, type EngineParts } from './engine';
