/** The product's icons: single strokes on a 24-unit ground, drawn for us, silent for screen readers. */
import style from "./Icon.module.css";
import { classes } from "./classes";

const strokes = {
  home: "M3.5 11.5 12 4.5l8.5 7M6 10v9h12v-9M3 19h18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21",
  post: "M4 4.5h16v12.5H9L4 21V4.5ZM8 9h8M8 12.5h5",
  talk: "M3.5 5h12v9H8l-4.5 3.5V5ZM15.5 9h5v10l-3.5-2.5H10V14",
  person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20.5c.6-4 3.4-6 7-6s6.4 2 7 6",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M15.5 4.3a3.5 3.5 0 0 1 0 6.5M17.5 14.4c2.3.7 3.7 2.5 4 5.1",
  queue: "M5.5 3.5h13v17h-13v-17ZM9 12l2.2 2.2L15.5 9.5",
  plus: "M12 5v14M5 12h14",
  place: "M12 21c4-4.7 6-8.2 6-11a6 6 0 1 0-12 0c0 2.8 2 6.3 6 11ZM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  yen: "M6.5 4 12 11.5 17.5 4M12 11.5V20M7.5 12.5h9M7.5 16h9",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2",
  calendar: "M4.5 6h15v14h-15V6ZM4.5 10.5h15M8.5 3.5v4M15.5 3.5v4",
  check: "m5 12.5 4.5 4.5L19 7",
  back: "m14.5 5-7 7 7 7",
  forward: "m9.5 5 7 7-7 7",
  down: "m5.5 9 6.5 6.5L18.5 9",
  close: "M6 6l12 12M18 6 6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  mail: "M3.5 6h17v12.5h-17V6ZM4 7l8 6.5L20 7",
  key: "M8 15.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12.5 11h8.5v3.5M17 11v2.5",
  lock: "M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  group: "M4 20.5v-13l8-4 8 4v13M2.5 20.5h19M9.5 20.5v-5h5v5M8.5 10h.01M12 10h.01M15.5 10h.01",
  edit: "M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5l-4.5 1ZM14 6.5l3.5 3.5",
  flag: "M5.5 21V4M5.5 4.5h12l-2.5 4 2.5 4h-12",
  block: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM6 6l12 12",
  globe: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c2.5 2.5 3.5 5.3 3.5 8.5s-1 6-3.5 8.5c-2.5-2.5-3.5-5.3-3.5-8.5s1-6 3.5-8.5Z",
  leave: "M10 4.5H5v15h5M9.5 12h11M17 8l4 4-4 4",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 20.5h4",
  eye: "M2.5 12c2.5-4.3 5.7-6.5 9.5-6.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  warning: "M12 4 2.5 20h19L12 4ZM12 10v4.5M12 17.3h.01",
  offline: "M3 3l18 18M5 12.5c1-1 2.1-1.7 3.3-2.2M2 9.5c1.2-1.2 2.5-2.1 4-2.8M19 12.5c-1.5-1.5-3.2-2.4-5.1-2.8M22 9.5C19.3 6.8 15.8 5.5 12.2 5.5M8.5 16c1-1 2.2-1.5 3.5-1.5s2.5.5 3.5 1.5M12 19.5h.01",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 19.5h15",
  send: "M4 12 20.5 4 16 20.5l-4-7L4 12ZM12 13.5 20.5 4",
} as const;

export type IconName = keyof typeof strokes;

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classes(style.icon, name === "more" && style.dots, className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}
