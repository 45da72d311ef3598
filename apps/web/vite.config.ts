import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import compile from 'icu-minify/compile'
import { defineConfig, type Plugin } from 'vite'

type Tree = { [key: string]: string | Tree }

// The server compares a write's origin with the host it was sent to, so the host passes through as the browser sent it.
const passed = { target: `http://127.0.0.1:${process.env.PORT ?? 4000}`, changeOrigin: false }

/** Messages come to the browser parsed, so that the parser need not. */
function parseMessages(): Plugin {
  const parsed = (tree: Tree): unknown =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : parsed(value)]),
    )
  return {
    name: 'parse-messages',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/catalogues\/[a-z]{2}\/[a-zA-Z]+\.json$/ },
      handler: (code) => ({ code: JSON.stringify(parsed(JSON.parse(code))), map: null }),
    },
    config: () => ({ resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } } }),
  }
}

/** Scripts and styles are compressed once, as well as it goes, instead of at every request. */
function compressOnce(): Plugin {
  return {
    name: 'compress-once',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))
      await Promise.all(
        names.map(async (name) => {
          const file = join(dir, name)
          const content = await readFile(file)
          await writeFile(`${file}.br`, await promisify(brotliCompress)(content))
          await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
        }),
      )
    },
  }
}

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    optimizeLocales.vite({ locales: ['en-US', 'fr-FR', 'es-ES', 'ru-RU', 'zh-CN', 'ar-AE'] }),
    parseMessages(),
    compressOnce(),
  ],
  build: { target: 'es2023', sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/trpc': passed, '/auth': passed, '/api/': passed, '/iati/': passed } },
})
