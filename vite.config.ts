import react from '@vitejs/plugin-react'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'
import { csp } from './.scripts/vite/csp.ts'
import { dataFiles } from './.scripts/vite/dataFiles.ts'
import { prerender } from './.scripts/vite/prerender.ts'
import { inlineIcon } from './.scripts/vite/publicIcon.ts'

const inPackage = (...names: readonly string[]) =>
  new RegExp(`node_modules[\\\\/](${names.join('|')})[\\\\/]`)

// `vite build` writes dist/ for a web server, `vite build --mode single` one file that opens by double click.
// chrome80 is the oldest engine tests/compat opens both in; ES2020 is what it knows.
export default defineConfig(({ mode }) => {
  const kind = mode === 'single' ? 'single' : 'multi'
  const single = kind === 'single'
  return {
    base: './', // works in any sub-folder of an intranet server
    plugins: [
      react(),
      inlineIcon(),
      // removeViteModuleLoader would cut the first IIFE of the bundle, whosever it is; there is no loader to cut.
      single && viteSingleFile(),
      dataFiles(kind),
      !single && prerender(),
      csp(kind),
    ],
    build: {
      target: 'chrome80',
      cssTarget: 'chrome80',
      outDir: single ? 'dist-single' : 'dist',
      assetsInlineLimit: single ? () => true : 0,
      copyPublicDir: !single,
      modulePreload: single ? false : { polyfill: false }, // Chromium 80 has it
      chunkSizeWarningLimit: 1200,
      rolldownOptions: single
        ? {}
        : {
            output: {
              codeSplitting: {
                groups: [
                  // A group takes what its modules import too: react goes first, or the charts' chunk would hold
                  // it and every page would load the charts before it starts.
                  { name: 'react', priority: 2, test: inPackage('react', 'react-dom', 'scheduler') },
                  {
                    name: 'echarts',
                    priority: 1,
                    test: inPackage(
                      'echarts',
                      'zrender',
                      'echarts-for-react',
                      'size-sensor',
                      'fast-deep-equal',
                      'tslib',
                    ),
                  },
                ],
              },
            },
          },
    },
    test: {
      // Vitest leaves one core free, which is half of a small machine.
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['tests/unit/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'component',
            // A whole page in jsdom takes seconds on a busy machine; nothing here is timed.
            testTimeout: 30_000,
            environment: 'jsdom',
            include: ['tests/component/**/*.test.tsx'],
            setupFiles: ['tests/setup.ts'],
          },
        },
      ],
    },
  }
})
