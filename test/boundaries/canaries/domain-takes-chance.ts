export const chances = () => [Math.random(), crypto.randomUUID()];
