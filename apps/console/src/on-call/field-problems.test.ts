import { Refused } from '../api/call';
import { problemsOf } from './field-problems';

const refused = (more: object) =>
  new Refused({ type: '/', title: 'No', status: 422, detail: 'No.', code: 'rota-impossible', ...more });

it('a fault stands beside the control of its field, or of the field that it is within', () => {
  const faults = [
    { field: 'to', message: 'later than it begins' },
    { field: 'districts.1', message: 'no district of this area' },
  ];
  const problem = problemsOf({ failure: refused({ details: { field: 'to', faults } }) });
  expect(problem('to')).toBe('Later than it begins.');
  expect(problem('districts')).toBe('No district of this area.');
  expect(problem('from')).toBeUndefined();
});

it('a refusal that names one field, or a request of the wrong shape, is read the same', () => {
  expect(
    problemsOf({ failure: refused({ detail: 'Say a time to come.', details: { field: 'at' } }) })('at'),
  ).toBe('Say a time to come.');
  const errors = [{ field: 'agreedHours.inARow', message: 'too big' }];
  expect(problemsOf({ failure: refused({ code: 'invalid', errors }) })('agreedHours.inARow')).toBe(
    'Too big.',
  );
  expect(problemsOf({ failure: new Error('no answer') })('at')).toBeUndefined();
  expect(problemsOf({ failure: null })('at')).toBeUndefined();
});
