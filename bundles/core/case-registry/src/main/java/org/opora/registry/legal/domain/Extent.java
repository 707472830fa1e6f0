package org.opora.registry.legal.domain;

/** How far a parent may and must act for the child. */
public enum Extent {
  FULL,
  /** A court has taken some matters from the parent. */
  LIMITED,
  SUSPENDED,
  DEPRIVED,
  /** There is no such parent: dead, or not in the register of births. */
  NOBODY,
  /** Not ascertained yet. */
  UNKNOWN
}
