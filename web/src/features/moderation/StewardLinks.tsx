/** For stewards: what they do for the whole platform besides deciding. */
import { useLingui } from "@lingui/react/macro";

import { paths } from "~/lib/paths";
import { LinkButton } from "~/ui/Button";
import { Row } from "~/ui/Text";

export function StewardLinks() {
  const { t } = useLingui();
  return (
    <nav aria-label={t`事務局の仕事`}>
      <Row>
        <LinkButton href={paths.synonyms} variant="quiet" icon="search">
          {t`言い換えの言葉`}
        </LinkButton>
      </Row>
    </nav>
  );
}
