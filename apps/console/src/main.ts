import { z } from 'zod';

// The page's content policy forbids eval. Zod would try it as soon as the first schema is made, and leave a
// violation in every log: so it is told before any module that makes one is fetched.
z.config({ jitless: true });

void import('./start');
