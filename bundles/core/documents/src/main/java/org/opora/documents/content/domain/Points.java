package org.opora.documents.content.domain;

import org.opora.documents.content.domain.ContentFault.Reason;

/** How many points a picture may have, whatever little room it takes on a disk. */
final class Points {
  private static final long MOST = 250_000_000;

  private Points() {}

  static void check(long width, long height) throws ContentFault {
    if (width <= 0 || height <= 0) {
      throw new ContentFault(Reason.DAMAGED);
    }
    if (width * height > MOST) {
      throw new ContentFault(Reason.BOMB);
    }
  }
}
