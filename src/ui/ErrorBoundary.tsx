import { Component, type ReactNode } from 'react';
import { fetchFailedAgain } from './lazily';

interface Props {
  /** What failed, as the subject of a sentence: "This experiment". */
  readonly what: string;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Keeps a failure inside its own box: the rest of the page stays readable, and the reader can try again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="notice notice-bad" role="alert">
        <p>
          {this.props.what} could not be shown: {error.message}
        </p>
        <p>
          The rest of the page is not affected. If the network was interrupted, try again; if the site has a new
          version, load the page again.
        </p>
        <div className="button-row">
          <button
            type="button"
            className="button"
            onClick={() => {
              fetchFailedAgain();
              this.setState({ error: null });
            }}
          >
            Try again
          </button>
          <button type="button" className="button button-quiet" onClick={() => location.reload()}>
            Load the page again
          </button>
        </div>
      </div>
    );
  }
}
