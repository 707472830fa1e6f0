package org.opora.api.web;

import org.osgi.annotation.versioning.ProviderType;

/** The centre this house belongs to, as its pages and letters name it. */
@ProviderType
public interface Centre {
  /** The name; empty before set-up. */
  String name();

  /**
   * Names the centre, in the caller's transaction when there is one.
   *
   * @param name at most 200 characters
   */
  void rename(String name);
}
