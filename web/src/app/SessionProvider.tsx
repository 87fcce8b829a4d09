/** Reads who looks and at which deployment, once, and keeps the counts of what waits alive. */
import { useLingui } from "@lingui/react/macro";
import { Fragment, type ReactNode, useEffect, useMemo, useState } from "react";
import { useClient, useQuery } from "urql";
import { pipe, subscribe } from "wonka";

import { graphql } from "~/gql/common";
import { identify } from "~/lib/client";
import { NEEDED } from "~/lib/patient";
import { forgetCursors } from "~/lib/realtime/cursors";
import { errorIdOf } from "~/lib/submission";
import { type Session, SessionContext } from "~/lib/viewer";
import { ErrorState } from "~/ui/States";

import style from "./Shell.module.css";

const ShellQuery = graphql(`
  query Shell {
    site {
      demo
      operatedBy
      contact
      termsVersion
      publicUrl
      oidcName
    }
    viewer {
      id
      standing
      isSteward
      needsSecondFactor
      departure {
        erasedAt
      }
      person {
        id
        name
      }
      roles {
        role
        group {
          id
        }
      }
      unread {
        conversations
        notices
        queue
      }
    }
  }
`);

/** Only what this very client was told counts: the page may still show what the one before it said. */
function useIdentified() {
  const client = useClient();
  useEffect(
    () =>
      pipe(
        client.query(ShellQuery, {}, NEEDED),
        subscribe(({ data }) => {
          if (data) identify(client, data.viewer?.id ?? null);
        }),
      ).unsubscribe,
    [client],
  );
}

type SessionProviderProps = {
  /** Somebody has left this page: nothing that was written stays. */
  left: boolean;
  renew: (same: boolean) => void;
  end: () => void;
  reread: () => void;
  children: ReactNode;
};

export function SessionProvider({ left, renew, end, reread, children }: SessionProviderProps) {
  const { t } = useLingui();
  useIdentified();
  const [{ data, error }, again] = useQuery({ query: ShellQuery, context: NEEDED });
  const site = data?.site;
  const viewer = data?.viewer;
  const [kept, setKept] = useState<Session | null>(null);
  const fresh = useMemo<Session | null>(() => {
    if (!site) return null;
    return {
      renew: () => renew(Boolean(viewer)),
      end,
      reread,
      site,
      viewer: viewer
        ? {
            id: viewer.id,
            personId: viewer.person.id,
            name: viewer.person.name,
            standing: viewer.standing,
            isSteward: viewer.isSteward,
            needsSecondFactor: viewer.needsSecondFactor,
            leaving: Boolean(viewer.departure),
            operates: viewer.isSteward || viewer.roles.some(({ role }) => role !== "COMPANY_CONTACT") || (viewer.needsSecondFactor && viewer.roles.length === 0),
            unread: viewer.unread,
          }
        : null,
    };
  }, [site, viewer, renew, end, reread]);
  const viewerId = viewer?.id;
  useEffect(() => {
    if (data && !viewerId) forgetCursors();
  }, [data, viewerId]);
  if (fresh && fresh !== kept) setKept(fresh);
  const session = fresh ?? kept;
  // Whoever looks next finds nothing of what stood on the page.
  if (session)
    return (
      <SessionContext value={session}>
        <Fragment key={session.viewer?.id ?? "guest"}>{children}</Fragment>
      </SessionContext>
    );
  if (!error) return <div className={style.waiting} aria-busy="true" />;
  return (
    <main className={style.alone}>
      <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })}>
        {left ? t`少し待ってから、もう一度お試しください。` : null}
      </ErrorState>
    </main>
  );
}
