/** The providers, from the outside in: errors, texts, the connection, who looks, then the shell with the page. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { useSyncExternalStore } from "react";
import { Provider } from "urql";

import { currentConnection, endSession, renewConnection, renewSession, watchConnection } from "~/lib/client";
import { ToastProvider } from "~/ui/Toast";

import { AppBoundary } from "./Boundaries";
import { SessionProvider } from "./SessionProvider";
import { Shell } from "./Shell";

export function App() {
  return (
    <AppBoundary>
      <I18nProvider i18n={i18n}>
        <Connected />
      </I18nProvider>
    </AppBoundary>
  );
}

function Connected() {
  const { client, generation } = useSyncExternalStore(watchConnection, currentConnection);
  return (
    <Provider value={client}>
      <ToastProvider>
        <SessionProvider key={generation} left={generation > 0} renew={renewSession} end={endSession} reread={renewConnection}>
          <Shell />
        </SessionProvider>
      </ToastProvider>
    </Provider>
  );
}
