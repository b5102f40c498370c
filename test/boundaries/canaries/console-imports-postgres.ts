export * from '@concord/postgres';
