export * from '@concord/api';
