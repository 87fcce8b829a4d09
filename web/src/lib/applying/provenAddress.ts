/** What the OpenID provider proved on this browser, as long as it waits to be used; asked anew by every page that needs it. */
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/applying";

import { useSite } from "../viewer";

const ArrivalQuery = graphql(`
  query Arrival {
    arrival {
      email
      step
    }
  }
`);

export function useProviderArrival(pause: boolean) {
  const [{ data, error }] = useQuery({ query: ArrivalQuery, pause, requestPolicy: "network-only" });
  return { arrival: data?.arrival ?? null, known: data !== undefined || error !== undefined };
}

/** The address with which somebody can join at once; null where nothing was proven, or the reader wants another one. */
export function useProvenAddress(): { proven: string | null; leave: () => void } {
  const { oidcName } = useSite();
  const [left, setLeft] = useState(false);
  const { arrival } = useProviderArrival(oidcName === null);
  return { proven: !left && arrival?.step === "JOIN" ? arrival.email : null, leave: () => setLeft(true) };
}
