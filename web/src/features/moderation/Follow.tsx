/** Follows one queue while the page is open: whatever arrives, is changed or decided elsewhere, as the list shows it. */
import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";

import { type FragmentType, graphql } from "~/gql/moderation";
import { never } from "~/lib/never";
import { useLive } from "~/lib/realtime/useLive";

import type { ItemFragment } from "./queueItem";

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
      item {
        ...Item
      }
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

/** What something happened to, by its id, and whether it was decided. */
export type News = { about: string | null; decided: boolean };

type FollowProps = {
  /** Null: the stewards' queue. */
  group: string | null;
  /** `item`: what waits now because of it. */
  onNews: (news: News, item: FragmentType<typeof ItemFragment> | null) => void;
  /** The list must be read anew; also once at the start: what came before the cursor is read then. */
  onLost: () => void;
};

export function Follow({ group, onNews, onLost }: FollowProps) {
  const [{ data }] = useQuery({ query: QueueCursorQuery, variables: { group }, requestPolicy: "network-only" });
  const after = data?.viewer?.queueCursor ?? null;
  const start = useEffectEvent(onLost);
  useEffect(() => {
    if (after) start();
  }, [after]);
  useLive(QueueNews, {
    variables: { group },
    after,
    pause: after === null,
    onEvent: (event, { item }) => {
      switch (event.__typename) {
        case "AffiliationDeclared":
        case "AffiliationEdited":
        case "AffiliationVouched":
        case "ConfirmationEnded":
        case "EvidenceChanged":
          return onNews({ about: event.affiliation.id, decided: false }, item);
        case "AffiliationConfirmed":
        case "AffiliationDeclined":
          return onNews({ about: event.affiliation.id, decided: true }, item);
        case "ApplicationOpened":
        case "ApplicationEdited":
        case "ApplicantAsked":
          return onNews({ about: event.application.id, decided: false }, item);
        case "ApplicationDecided":
          return onNews({ about: event.application.id, decided: true }, item);
        case "ReportFiled":
          return onNews({ about: event.report.id, decided: false }, item);
        case "ReportDecided":
          return onNews({ about: event.report.id, decided: true }, item);
        case "CompanyProposed":
          return onNews({ about: event.company.id, decided: false }, item);
        case "CompanyAccepted":
          return onNews({ about: event.company.id, decided: true }, item);
        case "GroupProposed":
          return onNews({ about: event.group.id, decided: false }, item);
        case "GroupAdmitted":
        case "GroupDeclined":
          return onNews({ about: event.group.id, decided: true }, item);
        case "CompanyMerged":
          onNews({ about: event.mergedId, decided: true }, item);
          // Tenures at it stand at another company now.
          return onLost();
        case "GroupClosed":
          return onLost();
        default:
          return never(event);
      }
    },
    onGone: (id) => onNews({ about: id, decided: false }, null),
    onResync: onLost,
  });
  return null;
}
