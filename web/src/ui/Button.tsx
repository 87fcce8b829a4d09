/** Things to press: a button acts, a link button goes somewhere; both keep their natural width unless told. */
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "wouter";

import style from "./Button.module.css";
import { Icon, type IconName } from "./Icon";
import { classes } from "./classes";

type Look = {
  /** primary once a screen; secondary beside it; quiet for the rest; danger for what cannot be undone. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  icon?: IconName;
  /** Fills its row on phones. */
  wide?: boolean;
  children: ReactNode;
};

const look = ({ variant = "primary", wide = false }: Pick<Look, "variant" | "wide">) =>
  classes(style.button, style[variant], wide && style.wide);

type ButtonProps = Look & { pending?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className">;

export function Button({ variant, icon, wide, pending = false, children, type = "button", onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ variant, wide })}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

export function LinkButton({ variant, icon, wide, children, href, target }: Look & { href: string; /** Beside this page, which keeps what was written. */ target?: "_blank" }) {
  return (
    <Link href={href} target={target} className={look({ variant, wide })}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}

/** Goes to an address that the server answers, and no page of ours. */
export function LeaveButton({ variant, icon, wide, children, href }: Look & { href: string }) {
  return (
    <a href={href} className={look({ variant, wide })}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}

type IconButtonProps = { icon: IconName; label: string } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "children">;

/** A button that shows an icon only; its label is spoken. */
export function IconButton({ icon, label, type = "button", ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className={style.iconButton} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}

type ButtonsProps = { close?: boolean; /** The id of the heading that says what they are about, where a page has the same buttons many times. */ about?: string; children: ReactNode };

/** Buttons side by side, the main one first; they wrap where there is no room. `close`: three fit on a phone. */
export function Buttons({ close = false, about, children }: ButtonsProps) {
  return (
    <div className={classes(style.buttons, close && style.close)} role={about ? "group" : undefined} aria-labelledby={about}>
      {children}
    </div>
  );
}
