package org.opora.supervisedcontacts.shared.web;

import org.opora.api.web.Centre;

/** A centre that is called so, for whatever prints its name. */
public record NamedCentre(String name) implements Centre {
  @Override
  public void rename(String other) {
    throw new UnsupportedOperationException();
  }
}
