/** The record of imports: when, by whom, on which ground, what became of the rows, and until when they are kept. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/rosters";
import { formatDay, formatMoment } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { Card, CardList } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { Section } from "~/ui/Page";
import { Stack, Terms } from "~/ui/Text";

const ImportsFragment = graphql(`
  fragment RosterImports on GroupRoster {
    imports {
      id
      importedAt
      lapsesAt
      consent
      added
      corrected
      present
      refused
      importedBy {
        id
        name
      }
    }
  }
`);

export function Imports(props: { roster: FragmentType<typeof ImportsFragment> }) {
  const { t } = useLingui();
  const language = activeLanguage();
  const { imports } = readFragment(ImportsFragment, props.roster);
  if (imports.length === 0) return null;
  return (
    <Section title={t`取り込みの記録`}>
      <CardList label={t`取り込みの記録`}>
        {imports.map(({ id, importedAt, lapsesAt, consent, added, corrected, refused, importedBy }) => (
          <Card as="li" key={id}>
            <Stack gap={3}>
              <strong>{formatMoment(importedAt, language)}</strong>
              <Terms
                terms={[
                  ...(importedBy ? [{ key: "by", label: t`取り込んだ運営者`, value: <span lang={textLanguage(importedBy.name)}>{importedBy.name}</span> }] : []),
                  { key: "consent", label: t`連絡してよい理由`, value: <span lang={textLanguage(consent)}>{consent}</span> },
                  { key: "rows", label: t`結果`, value: t`新しく${plural(added, { other: "#人" })}、直した方${plural(corrected, { other: "#人" })}、取り込めなかった行${plural(refused, { other: "#行" })}` },
                  { key: "until", label: t`参加していない方の内容が消える日`, value: formatDay(lapsesAt, language) },
                ]}
              />
            </Stack>
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
