// jsdom ships no types and the published ones follow another version; this is what the tests here use.
declare module 'jsdom' {
  export class JSDOM {
    constructor(
      html: string,
      options: {
        url?: string
        runScripts?: 'dangerously'
        beforeParse?: (window: Window & typeof globalThis) => void
      },
    )
    readonly window: Window & typeof globalThis
  }
}
