/** One thing that waits, as the list needs to know it; its card reads the rest. */
import { type FragmentType, graphql, readFragment } from "~/gql/moderation";

import { type Candidate, awaitsReply, vouchersOf } from "./selection";

export const ItemFragment = graphql(`
  fragment Item on QueueItem {
    ... on AffiliationToConfirm {
      id
      waitingSince
      ...ToConfirm
    }
    ... on ApplicationToDecide {
      id
      waitingSince
      person {
        id
        name
      }
      application {
        id
        version
        messages {
          id
          fromGroup
        }
        affiliations {
          id
          vouches {
            id
            state
            voucher {
              id
              name
            }
          }
        }
      }
      ...ToAdmit
    }
    ... on CompanyToAccept {
      id
      waitingSince
      ...ToAccept
    }
    ... on GroupToAdmit {
      id
      waitingSince
      ...ToFound
    }
    ... on ReportToDecide {
      id
      waitingSince
      ...ToDecide
    }
  }
`);

/** `node` goes to its card. */
export type QueueItem = { id: string; waitingSince: string; restsOn: readonly string[]; node: ReturnType<typeof unmasked> };

const unmasked = (item: FragmentType<typeof ItemFragment>) => readFragment(ItemFragment, item);

export function queueItem(masked: FragmentType<typeof ItemFragment>): QueueItem {
  const node = unmasked(masked);
  const restsOn = node.__typename === "ApplicationToDecide" ? node.application.affiliations.map(({ id }) => id) : [];
  return { id: node.id, waitingSince: node.waitingSince, restsOn, node };
}

/** Who may be approved together with others; null for what is decided alone. */
export function candidateOf({ node }: QueueItem): Candidate | null {
  if (node.__typename !== "ApplicationToDecide") return null;
  const { id, version, affiliations, messages } = node.application;
  return { id, version, name: node.person.name, vouchers: vouchersOf(affiliations), awaitsReply: awaitsReply(messages) };
}
