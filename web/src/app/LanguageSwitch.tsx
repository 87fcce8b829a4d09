/** The other language, one press away; for members the choice also holds for their mails. */
import { useLingui } from "@lingui/react/macro";
import { useMutation } from "urql";

import { graphql } from "~/gql/common";
import { activateLanguage } from "~/lib/language";
import { useSession } from "~/lib/viewer";
import { useToast } from "~/ui/Toast";

import style from "./LanguageSwitch.module.css";

const ChooseLanguage = graphql(`
  mutation ChooseLanguage($input: ChooseLanguageInput!) {
    chooseLanguage(input: $input) {
      ... on LanguageChosen {
        viewer {
          id
          language
        }
      }
    }
  }
`);

export function LanguageSwitch() {
  const { t, i18n } = useLingui();
  const say = useToast();
  const { viewer, reread } = useSession();
  const [, choose] = useMutation(ChooseLanguage);
  const other = i18n.locale === "ja" ? "en" : "ja";
  const change = async () => {
    try {
      await activateLanguage(other);
    } catch {
      return say(t`言語を切り替えられませんでした。つながってから、もう一度お試しください。`, "bad");
    }
    if (viewer) await choose({ input: { language: other === "en" ? "EN" : "JA" } });
    // Some texts come from the server, in the reader's language.
    return reread();
  };
  return (
    <button type="button" className={style.language} lang={other} onClick={() => void change()}>
      {other === "en" ? "English" : "日本語"}
    </button>
  );
}
