package org.opora.registry.post.domain;

/** Which way a letter went. */
public enum Direction {
  INCOMING,
  OUTGOING
}
