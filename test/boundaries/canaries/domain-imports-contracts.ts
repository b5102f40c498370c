export * from '@concord/contracts';
