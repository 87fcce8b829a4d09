/** Reads who looks and at which deployment, once, and keeps the counts of what waits alive. */
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/common";
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

export function SessionProvider({ renew, children }: { renew: () => void; children: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: ShellQuery });
  const site = data?.site;
  const viewer = data?.viewer;
  const [kept, setKept] = useState<Session | null>(null);
  const fresh = useMemo<Session | null>(() => {
    if (!site) return null;
    return {
      renew: () => {
        setKept(null);
        renew();
      },
      reread: renew,
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
  }, [site, viewer, renew]);
  const viewerId = viewer?.id;
  useEffect(() => {
    if (data && !viewerId) forgetCursors();
  }, [data, viewerId]);
  if (fresh && fresh !== kept) setKept(fresh);
  const session = fresh ?? kept;
  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (!error) return <div className={style.waiting} aria-busy="true" />;
  return (
    <main className={style.alone}>
      <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
    </main>
  );
}
