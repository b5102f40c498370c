export * from '@concord/coordination';
