export * from '../../../libs/postgres/src/database';
