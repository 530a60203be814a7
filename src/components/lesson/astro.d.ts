/** For tools that do not read `.astro` files themselves, such as the linter. `astro check` goes by the files. */
declare module '*.astro' {
  const component: (...parts: unknown[]) => unknown;
  export { component as default };
}
