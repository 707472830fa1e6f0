package org.opora.api.web;

import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/** The centre this house belongs to, as its pages and letters name it. */
@ProviderType
public interface Centre {
  /** Where nobody has set another one. */
  ZoneId USUAL_ZONE = ZoneId.of("Europe/Prague");

  /**
   * The zone of the clock on its wall, as {@code opora.zone} sets it: for whoever writes times that
   * nobody looks at on a page. On a page it is that of the viewer, which is the same.
   */
  default ZoneId zone() {
    return USUAL_ZONE;
  }

  /** The name; empty before set-up. */
  String name();

  /**
   * Names the centre, in the caller's transaction when there is one.
   *
   * @param name at most 200 characters
   */
  void rename(String name);
}
