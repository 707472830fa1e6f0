package org.opora.documents.store.domain;

import org.opora.documents.content.domain.Contents;

/**
 * How much the centre lets in.
 *
 * @param megabytes of the largest file
 * @param ofAFile how many documents one case file holds at most, those that were withdrawn left out
 * @param versions how many versions one document has at most
 */
public record Limits(int megabytes, int ofAFile, int versions) {
  /** More would be too much for the memory of the house. */
  public static final int MOST_MEGABYTES = Contents.LARGEST >> 20;

  public static final int MOST_OF_A_FILE = 5_000;
  public static final int MOST_VERSIONS = 200;

  /** Until the centre decides. */
  public static final Limits FIRST = new Limits(MOST_MEGABYTES, 500, 50);

  public int bytes() {
    return megabytes << 20;
  }
}
