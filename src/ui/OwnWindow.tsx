/** The way out of another site's page: this one in a window of its own. */
export function OwnWindow() {
  return (
    <a href={location.href} target="_blank" rel="noopener">
      Open this page in a window of its own
    </a>
  );
}
