/** Code highlighted at build time. `html` comes from the build, never from a reader. */
export function CodeBlock({ html }: { readonly html: string }) {
  return (
    <div className="code">
      <pre>
        <code dangerouslySetInnerHTML={{ __html: html }} />
      </pre>
    </div>
  );
}
