/** What the OpenID provider proved on this browser, as long as it waits to be used; asked anew by every page that needs it. */
import { useQuery } from "urql";

import { graphql } from "~/gql/signin";

const ArrivalQuery = graphql(`
  query Arrival {
    arrival {
      email
      step
    }
  }
`);

export function useArrival(pause: boolean) {
  const [{ data, error }] = useQuery({ query: ArrivalQuery, pause, requestPolicy: "network-only" });
  return { arrival: data?.arrival ?? null, known: data !== undefined || error !== undefined };
}
