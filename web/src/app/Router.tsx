/** Shows the page of the address: gates it, moves focus and scroll there, and keeps a net under it. */
import { useLingui } from "@lingui/react/macro";
import { Suspense, useEffect, useRef } from "react";
import { Redirect, Route, Switch, useLocation, useSearch } from "wouter";

import { useViewer } from "~/lib/viewer";
import { paths } from "~/lib/paths";
import { LinkButton } from "~/ui/Button";
import { Loading, NotFound } from "~/ui/States";

import { PageBoundary } from "./Boundaries";
import { type AppRoute, type Params, routes, welcome } from "./routes";

function decoded(params: Record<string, string | undefined>): Params {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, safelyDecoded(value ?? "")]));
}

function safelyDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function Gated({ route, params }: { route: AppRoute; params: Params }) {
  const viewer = useViewer();
  const search = useSearch();
  const [location] = useLocation();
  if (route.for === "member" && !viewer) {
    if (location === paths.home) return <welcome.Page params={params} />;
    return <Redirect to={paths.signIn(search ? `${location}?${search}` : location)} replace />;
  }
  if (route.for === "guest" && viewer) {
    const next = new URLSearchParams(search).get("next") ?? "";
    return <Redirect to={/^\/(?![/\\])/.test(next) ? next : paths.home} replace />;
  }
  return <route.Page params={params} />;
}

/** After following a link the reader stands at the top of the new page, and its heading has the focus; going back leaves both to the browser. */
function useArrival(location: string) {
  const first = useRef(true);
  const went = useRef(false);
  useEffect(() => {
    const back = () => {
      went.current = true;
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  useEffect(() => {
    const skip = first.current || went.current;
    first.current = false;
    went.current = false;
    if (skip) return undefined;
    window.scrollTo(0, 0);
    return focusHeadingOf(document.querySelector("main"));
  }, [location]);
}

/** The page may still be loading, with the last one hidden in its place; who has gone on to a field meanwhile is left there. */
function focusHeadingOf(main: HTMLElement | null): (() => void) | undefined {
  if (!main) return undefined;
  const observer = new MutationObserver(() => {
    if (main.contains(document.activeElement) || focusHeading()) stop();
  });
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  const timer = setTimeout(stop, 5000);
  const focusHeading = () => {
    const heading = [...main.querySelectorAll<HTMLElement>("h1")].find((one) => one.offsetParent !== null);
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    return heading !== undefined && document.activeElement === heading;
  };
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (!focusHeading()) observer.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ["style"] });
  else clearTimeout(timer);
  return stop;
}

export function Router() {
  const { t } = useLingui();
  const [location] = useLocation();
  useArrival(location);
  return (
    <PageBoundary page={location}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {routes.map((route) => (
            <Route key={route.path} path={route.path}>
              {(params) => <Gated route={route} params={decoded(params)} />}
            </Route>
          ))}
          <Route>
            <NotFound action={<LinkButton href={paths.home}>{t`ホームへ`}</LinkButton>} />
          </Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}
