export const overdue = (area: string) => [
  `select id from app.timer where area = ${area} and due_at <= now()`,
  'select clock_timestamp()',
  'select id from app.timer where due_at <= app.now()',
];
