import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client';
import { router } from './app/router';
import { applyTheme, savedTheme } from './app/theme';
import './look/tokens.css';
import './look/global.css';

applyTheme(savedTheme());
// Phones keep their own face: nothing to fetch before the first word can be read.
if (window.matchMedia('(min-width: 900px)').matches) void import('./look/desk-face.css');

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
