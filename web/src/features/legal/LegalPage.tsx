/** The frame of the long texts: short sections, a date, and who stands behind them. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { formatDate } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useSite } from "~/lib/viewer";
import { Page, Section } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

type Part = { title: string; body: readonly ReactNode[] };

export function LegalPage({ title, lead, parts, children }: { title: string; lead: ReactNode; parts: readonly Part[]; children?: ReactNode }) {
  const { t } = useLingui();
  const { operatedBy, termsVersion } = useSite();
  const since = /^\d{4}-\d{2}-\d{2}$/.test(termsVersion) ? formatDate(termsVersion, activeLanguage(), new Date(0)) : termsVersion;
  return (
    <Page title={title} narrow>
      <Stack gap={8}>
        <p>{lead}</p>
        {parts.map((part) => (
          <Section key={part.title} title={part.title}>
            <Stack gap={3}>
              {part.body.map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
            </Stack>
          </Section>
        ))}
        {children}
        <Quiet>{t`${since}から。運営：${operatedBy}`}</Quiet>
      </Stack>
    </Page>
  );
}
