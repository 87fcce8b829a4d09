/** Two nets: the outer for the whole application, the inner for the page, where navigation stays. */
import { Component, type ReactNode } from "react";

import { ErrorState } from "~/ui/States";

type Props = { fallback: (retry: () => void) => ReactNode; resetKey?: string; children: ReactNode };
type State = { failed: boolean; resetKey: string | undefined };

class Boundary extends Component<Props, State> {
  override state: State = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  /** Going to another page is a fresh start. */
  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children;
  }
}

/** The texts may not be there yet, so this one speaks both languages by itself. */
export function AppBoundary({ children }: { children: ReactNode }) {
  return (
    <Boundary
      fallback={() => (
        <main>
          <p lang="ja">表示できませんでした。書いたものは保存されています。ページを読み込み直してください。</p>
          <p lang="en">This page could not be shown. What you wrote is safe. Please reload.</p>
          <button type="button" onClick={() => location.reload()}>
            読み込み直す / Reload
          </button>
        </main>
      )}
    >
      {children}
    </Boundary>
  );
}

export function PageBoundary({ page, children }: { page: string; children: ReactNode }) {
  return (
    <Boundary resetKey={page} fallback={(retry) => <ErrorState onRetry={retry} />}>
      {children}
    </Boundary>
  );
}
