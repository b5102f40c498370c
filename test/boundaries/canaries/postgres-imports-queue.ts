export * from '@concord/queue';
