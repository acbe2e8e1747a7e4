/** What tests use of packages that bring no types. */
declare module "@citation-js/core" {
  export const plugins: {
    readonly input: { chain(data: string, options: { generateGraph: boolean }): unknown };
  };
}
declare module "@citation-js/plugin-ris";
declare module "jsonld" {
  const processor: {
    expand(
      document: object,
      options: { readonly safe: boolean; documentLoader(url: string): Promise<object> },
    ): Promise<readonly unknown[]>;
  };
  export default processor;
}
