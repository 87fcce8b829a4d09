/** My applications that wait: what a group asks back of me, which waits for my answer; and, for members, those that wait for theirs. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import { companyName } from "~/lib/companies";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { Said } from "~/ui/Said";
import { Stack } from "~/ui/Text";

const AppliedFragment = graphql(`
  fragment Applied on GroupApplication {
    id
    state
    decidedBy
    messages {
      id
      fromGroup
      body
    }
    group {
      id
      name
      nameEn
    }
  }
`);

/** `newcomer`: the page says already that their time is being confirmed. */
export function Applied(props: { applications: readonly FragmentType<typeof AppliedFragment>[]; newcomer: boolean }) {
  const { t } = useLingui();
  const waiting = readFragment(AppliedFragment, props.applications).filter(({ state }) => state === "WAITING");
  const asked = waiting.filter(({ messages }) => messages.at(-1)?.fromGroup);
  const others = waiting.filter(({ messages }) => !messages.at(-1)?.fromGroup);
  const named = others.map(({ group }) => companyName(group)).join(activeLanguage() === "ja" ? "、" : ", ");
  return (
    <>
      {asked.length > 0 ? (
        <Section title={t`グループからの質問`}>
          <CardList>
            {asked.map(({ id, decidedBy, messages }) => {
              const question = messages.at(-1)?.body ?? "";
              return (
                <Card as="li" key={id}>
                  <Stack gap={3}>
                    <Said by={t`${decidedBy}からの質問`} text={question} lang={textLanguage(question)} />
                    <Buttons>
                      <LinkButton variant="secondary" href={paths.pending}>
                        {t`質問に答える`}
                      </LinkButton>
                    </Buttons>
                  </Stack>
                </Card>
              );
            })}
          </CardList>
        </Section>
      ) : null}
      {others.length > 0 && !props.newcomer ? (
        <Notice icon="clock">
          <p>
            <Trans>
              {named}への参加を申し込んでいます。<Link href={paths.pending}>いまの状態を見る</Link>
            </Trans>
          </p>
        </Notice>
      ) : null}
    </>
  );
}
