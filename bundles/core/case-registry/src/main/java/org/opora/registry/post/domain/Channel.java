package org.opora.registry.post.domain;

/** How a letter went. */
public enum Channel {
  POST,
  DATA_BOX,
  EMAIL,
  IN_PERSON
}
