// Jest takes a time limit for all projects together or in each test file; this sets one per project.
declare global {
  var secondsAllowed: number;
}

jest.setTimeout(globalThis.secondsAllowed * 1000);

export {};
