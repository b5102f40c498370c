export * from '@concord/testing';
