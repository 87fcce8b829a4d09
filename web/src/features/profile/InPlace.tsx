/** One part of the profile on my own page: what it says now, and its small form in the same place when I want to change it. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, Suspense, lazy, useState } from "react";
import { useQuery } from "urql";

import { readDraft } from "~/lib/drafts";
import { Button } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { Loading } from "~/ui/States";

import { OwnProfileQuery, formFrom } from "./own";
import { type Part, draftKey } from "./profile";

/** Its controls are heavy: they are loaded when somebody writes. */
const Editor = lazy(async () => ({ default: (await import("./Editor")).Editor }));

export function InPlace({ part, title, children }: { part: Part; title: string; children: ReactNode }) {
  const { t } = useLingui();
  const [writing, setWriting] = useState(() => readDraft(draftKey(part), {}) !== null);
  return (
    <Section
      title={title}
      beside={
        writing ? null : (
          <Button variant="quiet" icon="edit" aria-label={t`「${title}」を直す`} onClick={() => setWriting(true)}>
            {t`直す`}
          </Button>
        )
      }
    >
      <Card>{writing ? <Writing part={part} onDone={() => setWriting(false)} /> : children}</Card>
    </Section>
  );
}

function Writing({ part, onDone }: { part: Part; onDone: () => void }) {
  const [{ data }] = useQuery({ query: OwnProfileQuery, requestPolicy: "cache-and-network" });
  if (!data?.viewer) return <Loading />;
  return (
    <Suspense fallback={<Loading />}>
      <Editor part={part} read={formFrom(data.viewer)} onDone={onDone} />
    </Suspense>
  );
}
