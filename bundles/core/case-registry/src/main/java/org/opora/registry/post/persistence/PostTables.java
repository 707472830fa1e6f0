package org.opora.registry.post.persistence;

import java.util.List;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.shared.persistence.Tables;

/** The tables of the book of post. */
public final class PostTables {
  public static final Tables ROOM =
      new Tables(List.of(Letter.class), List.of(), List.of("LETTER.FILE"));

  private PostTables() {}
}
