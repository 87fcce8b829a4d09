/** What members seek and offer: narrowed by the address, read page by page, and live while one looks. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { useSettled } from "~/lib/delayed";
import { FILTER_SHAPE, NOTHING_CHOSEN, addressOf, isNarrowed } from "~/lib/opportunityFilter";
import { usePages } from "~/lib/pages";
import { paths } from "~/lib/paths";
import { useTypedSearch } from "~/lib/search";
import { useToday } from "~/lib/today";
import { useViewer } from "~/lib/viewer";
import { Buttons, LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { SelectControl } from "~/ui/Field";
import { Page } from "~/ui/Page";
import { Pill } from "~/ui/Pill";
import { SearchBox } from "~/ui/SearchBox";
import { Row, Stack } from "~/ui/Text";

import { Arrived } from "./Arrived";
import { Beside, Folded, Kinds } from "./Narrowing";
import style from "./Opportunities.module.css";
import { Nothing } from "./Nothing";
import { Found, ResultsPage } from "./Results";
import { type Asked, type Chosen, OpportunitiesQuery, askedFor, pageOf } from "./asked";
import { useArrivals } from "./useArrivals";

export function OpportunitiesPage() {
  const { t } = useLingui();
  const viewer = useViewer();
  const [chosen, change] = useTypedSearch(FILTER_SHAPE);
  const words = useSettled(chosen.q).trim();
  const asked = askedFor(chosen, words);
  const narrowing = { asked, chosen, onChange: change };
  const clear = () => change(NOTHING_CHOSEN);
  return (
    <Page title={t`募集`} lead={viewer ? undefined : <GuestLead />} aside={<Beside {...narrowing} />}>
      <Stack gap={4}>
        <SearchBox value={chosen.q} onChange={(q) => change({ q })} label={t`募集を探す`} placeholder={t`したいこと、スキル、場所`} />
        <Kinds {...narrowing} />
        <Folded {...narrowing} />
        <Live asked={asked} chosen={chosen} onChange={change} onClear={clear} />
      </Stack>
      {viewer ? (
        <div className={style.post}>
          <LinkButton href={paths.postOpportunity} icon="plus">
            {t`募集を出す`}
          </LinkButton>
        </div>
      ) : null}
    </Page>
  );
}

function GuestLead() {
  return (
    <p>
      <Trans>
        公開されている募集です。<Link href={paths.join}>参加する</Link>と、メンバーだけに向けた募集も読めて、新しい募集がその場で届きます。
      </Trans>
    </p>
  );
}

type LiveProps = { asked: Asked; chosen: Chosen; onChange: (changed: Partial<Chosen>) => void; onClear: () => void };

function Live({ asked, chosen, onChange, onClear }: LiveProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const { afters, more } = usePages(JSON.stringify(asked));
  const [{ data }, again] = useQuery({ query: OpportunitiesQuery, variables: pageOf(asked, null) });
  const first = data?.opportunities;
  const news = useArrivals({ asked, cursor: first?.liveCursor, pause: !viewer, onResync: () => again({ requestPolicy: "network-only" }) });
  const without = new Set([...news.gone, ...news.shown.map(({ id }) => id), ...news.waiting.map(({ id }) => id)]);
  const listed = first?.edges ?? [];
  const today = useToday();
  const left = listed.filter(({ node }) => news.gone.includes(node.id) || node.lastDay < today);
  // What arrives has all that was asked for; one that was only near may have come to it.
  const risen = listed.filter(({ node, near }) => near && news.shown.some(({ id }) => id === node.id)).length;
  const came = news.shown.filter(({ id }) => !listed.some(({ node }) => node.id === id)).length;
  const total = (first?.totalCount ?? 0) - left.length + came;
  const exact = (first?.exactCount ?? first?.totalCount ?? 0) - left.filter(({ near }) => !near).length + came + risen;
  const waiting = news.waiting.length;
  return (
    <div className={style.live}>
      {first ? (
        <Row ends>
          <Found asked={asked} total={total} exact={exact} dropped={first.dropped} readAs={first.readAs} degraded={first.degraded} />
          {asked.order === "RELEVANCE" ? null : <Order sort={chosen.sort} onChange={onChange} />}
        </Row>
      ) : null}
      {viewer && isNarrowed(asked.filter) && total > 0 ? (
        <Buttons>
          <LinkButton href={paths.saveSearch(addressOf(asked.filter))} variant="secondary" icon="bell">{t`この条件を保存する`}</LinkButton>
        </Buttons>
      ) : null}
      <Pill
        onPress={() => {
          news.show();
          window.scrollTo({ top: 0 });
        }}
      >
        {waiting > 0 ? t`新しい募集が${waiting}件あります` : null}
      </Pill>
      {news.shown.length > 0 ? (
        <div className={style.arrived}>
          <CardList label={t`新着の募集`}>
            {news.shown.map(({ id, card }) => (
              <Arrived key={id} id={id} card={card} />
            ))}
          </CardList>
        </div>
      ) : null}
      {first && total <= 0 ? <Nothing asked={asked} onChange={onChange} onClear={onClear} /> : null}
      {afters.map((after, index) => (
        <ResultsPage
          key={after ?? "first"}
          asked={asked}
          after={after}
          before={index > 0 ? { after: afters[index - 1] ?? null } : null}
          last={index === afters.length - 1}
          without={without}
          line={exact > 0}
          onMore={more}
        />
      ))}
    </div>
  );
}

function Order({ sort, onChange }: { sort: Chosen["sort"]; onChange: (changed: Partial<Chosen>) => void }) {
  const { t } = useLingui();
  return (
    <div className={style.order}>
      <SelectControl aria-label={t`並び順`} value={sort} onChange={(event) => onChange({ sort: event.target.value as Chosen["sort"] })}>
        <option value="NEWEST">{t`新しい順`}</option>
        <option value="CLOSING_SOON">{t`締め切りが近い順`}</option>
      </SelectControl>
    </div>
  );
}
