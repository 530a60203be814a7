import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import solid from '@astrojs/solid-js';
import { defineConfig, envField } from 'astro/config';
import { generateHydrationScript } from 'solid-js/web';
import { compressFiles } from '#src/server/build/compressFiles.ts';
import { rememberDigests } from '#src/server/build/rememberDigests.ts';
import { rememberImports } from '#src/server/build/rememberImports.ts';
import { portalDoors } from '#src/server/dev/portalDoors.ts';

/** Astro does not hash the inline script that starts Solid's hydration, and a strict CSP refuses it: see docs/decisions.md. */
function solidBootstrapHash() {
  const script = generateHydrationScript();
  const body = script.replace(/^<script[^>]*>/, '').replace(/<\/script>.*$/s, '');
  return `sha256-${createHash('sha256').update(body).digest('base64')}`;
}

const secretText = (options = {}) => envField.string({ context: 'server', access: 'secret', ...options });

export default defineConfig({
  output: 'server',
  trailingSlash: 'never',
  session: false,
  // A page that fails half-way becomes an error page only where nothing of it was sent yet; rendering in one piece is quicker, too.
  adapter: node({ mode: 'middleware', bodySizeLimit: 128 * 1024, experimentalDisableStreaming: true }),
  integrations: [
    mdx({ optimize: true }),
    solid(),
    portalDoors({ root: new URL('./', import.meta.url), loadDemo: () => import('#db/demo/index.ts') }),
    compressFiles(),
  ],
  vite: { plugins: [rememberImports(), rememberDigests()] },
  // The default drops the space between a word and a tag on the next line.
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  security: {
    checkOrigin: true,
    actionBodySizeLimit: 64 * 1024,
    serverIslandBodySizeLimit: 64 * 1024,
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data: blob:",
      ],
      scriptDirective: { hashes: [solidBootstrapHash()] },
    },
  },
  env: {
    validateSecrets: true,
    schema: {
      HOST: secretText({ default: '127.0.0.1' }),
      PORT: envField.number({ context: 'server', access: 'secret', default: 4321 }),
      DATABASE_URL: secretText({ optional: true }),
      DATABASE_AUTH_TOKEN: secretText({ optional: true }),
      FILES_DIR: secretText({ optional: true }),
      CLAMD_SOCKET: secretText({ optional: true }),
      SMTP_URL: secretText({ optional: true }),
      MAIL_FROM: secretText({ optional: true }),
      PUBLIC_URL: secretText({ optional: true }),
      KEYS_DIR: secretText({ optional: true }),
      ANCHORS_DIR: secretText({ optional: true }),
      PORTAL_NOW: secretText({ optional: true }),
    },
  },
});
