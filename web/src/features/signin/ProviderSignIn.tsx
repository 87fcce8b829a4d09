/** The way in by an account at the OpenID provider, where this deployment has one. */
import { useLingui } from "@lingui/react/macro";
import { useSearch } from "wouter";

import { nextOf } from "~/lib/arriving";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { useSite } from "~/lib/viewer";
import { LeaveButton } from "~/ui/Button";

export function ProviderSignIn({ again = false }: { again?: boolean }) {
  const { t } = useLingui();
  const { oidcName } = useSite();
  const next = nextOf(useSearch());
  if (oidcName === null) return null;
  return (
    <div>
      <LeaveButton href={paths.signInAtProvider(next, activeLanguage())} variant="secondary" wide>
        {again ? t`${oidcName}でもう一度試す` : t`${oidcName}でログイン`}
      </LeaveButton>
    </div>
  );
}
