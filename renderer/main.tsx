import './app/no-eval.ts';

import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConsoleWindow } from './app/console-window.tsx';
import { createQueries } from './app/queries.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
const styles = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const place = document.getElementById('window');
if (place === null) throw new Error('index.html has no element with the id "window"');

createRoot(place).render(
  <StrictMode>
    <RendererProvider renderer={styles} targetDocument={document}>
      <QueryClientProvider client={createQueries()}>
        <ConsoleWindow />
      </QueryClientProvider>
    </RendererProvider>
  </StrictMode>,
);
