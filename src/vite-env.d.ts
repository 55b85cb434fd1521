declare module '*.py?program' {
  const program: { readonly name: string; readonly html: string; readonly checkable?: true };
  export default program;
}

declare module '*.mdx' {
  import type { ComponentType } from 'react';
  const Content: ComponentType<{ readonly components: Readonly<Record<string, unknown>> }>;
  export default Content;
}

declare module '*.mdx?texts' {
  import type { ComponentType } from 'react';
  const Texts: ComponentType<{ readonly components: Readonly<Record<string, unknown>> }>;
  export default Texts;
}

interface ImportMetaEnv {
  /** Set by tools/vite-pyodide.ts. */
  readonly PYTHON_FILES: import('./core/python/python').PythonFileList;
  /** "3.14.2". */
  readonly PYTHON_VERSION: string;
}
