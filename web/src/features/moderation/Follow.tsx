/** Follows one queue while the page is open: whatever arrives, is changed or decided elsewhere, the list is read anew. */
import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/moderation";
import { useLive } from "~/lib/realtime/useLive";

const QueueCursorQuery = graphql(`
  query QueueCursor($group: ID) {
    viewer {
      id
      queueCursor(group: $group)
    }
  }
`);

const QueueNews = graphql(`
  subscription QueueNews($group: ID, $after: Cursor) {
    queue(group: $group, after: $after) {
      cursor
      previous
      event {
        ... on AffiliationDeclared {
          affiliation {
            id
          }
        }
        ... on AffiliationEdited {
          affiliation {
            id
            startedOn
            endedOn
            department
            title
            state
          }
        }
        ... on AffiliationConfirmed {
          affiliation {
            id
            state
          }
        }
        ... on AffiliationVouched {
          affiliation {
            id
            state
            verification
          }
        }
        ... on ConfirmationEnded {
          affiliation {
            id
            state
            verification
          }
        }
        ... on EvidenceChanged {
          affiliation {
            id
          }
        }
        ... on AffiliationDeclined {
          affiliation {
            id
            state
          }
        }
        ... on ApplicationOpened {
          application {
            id
          }
        }
        ... on ApplicationEdited {
          application {
            id
          }
        }
        ... on ApplicantAsked {
          application {
            id
          }
        }
        ... on ApplicationDecided {
          application {
            id
            state
          }
        }
        ... on ReportFiled {
          report {
            id
          }
        }
        ... on ReportDecided {
          report {
            id
            decision
          }
        }
        ... on CompanyProposed {
          company {
            id
          }
        }
        ... on CompanyAccepted {
          company {
            id
            name
            proposed
          }
        }
        ... on CompanyMerged {
          mergedId
        }
        ... on GroupProposed {
          group {
            id
          }
        }
        ... on GroupAdmitted {
          group {
            id
            state
          }
        }
        ... on GroupDeclined {
          group {
            id
            state
          }
        }
        ... on GroupClosed {
          group {
            id
            state
          }
        }
        ... on Gone {
          goneId
        }
        ... on ResyncRequired {
          cursor
        }
      }
    }
  }
`);

/** What an event tells the page: an affiliation, an application, a report or a company has left the queue, or only that something is new. */
export type News = { decided: string | null };

/** group null: the stewards' queue. `onNews` is also called once at the start: what came before the cursor is read then. */
export function Follow({ group, onNews }: { group: string | null; onNews: (news: News) => void }) {
  const [{ data }] = useQuery({ query: QueueCursorQuery, variables: { group }, requestPolicy: "network-only" });
  const after = data?.viewer?.queueCursor ?? null;
  const tell = useEffectEvent(onNews);
  useEffect(() => {
    if (after) tell({ decided: null });
  }, [after]);
  useLive(QueueNews, {
    variables: { group },
    after,
    pause: after === null,
    onEvent: (event) => {
      if (event.__typename === "AffiliationConfirmed" || event.__typename === "AffiliationDeclined") onNews({ decided: event.affiliation.id });
      else if (event.__typename === "ApplicationDecided") onNews({ decided: event.application.id });
      else if (event.__typename === "ReportDecided") onNews({ decided: event.report.id });
      else if (event.__typename === "CompanyAccepted") onNews({ decided: event.company.id });
      else if (event.__typename === "GroupAdmitted" || event.__typename === "GroupDeclined") onNews({ decided: event.group.id });
      else if (event.__typename === "CompanyMerged") onNews({ decided: event.mergedId });
      else onNews({ decided: null });
    },
    onGone: (id) => onNews({ decided: id }),
    onResync: () => onNews({ decided: null }),
  });
  return null;
}
